"""The value of a setting as a person reads it."""

from collections.abc import Mapping
from typing import Any

from vernost.assessment.wording.words import UNKNOWN, Words
from vernost.engine.settings import Settings


def setting_text(words: Words, value: object) -> str:
    """Numbers as the language writes them, without empty decimals; an empty setting is a dash."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {setting_text(words, one)}" for name, one in value.items()) or UNKNOWN
    if value in ("", None):
        return UNKNOWN
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if value == round(value):
        return words.number(value)
    return words.number(value, 1 if value == round(value, 1) else 2)


def changes_in_words(
    words: Words, current: Settings, values: Mapping[str, Any]
) -> list[tuple[str, str, str, str]]:
    """(name, meaning, now, then) of each changed setting; None: back to the default."""
    defaults = Settings()
    return [
        (
            name,
            words.gettext(Settings.__dataclass_fields__[name].metadata["meaning"]),
            setting_text(words, getattr(current, name)),
            setting_text(words, getattr(defaults, name) if value is None else value),
        )
        for name, value in values.items()
    ]
