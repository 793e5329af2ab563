from typing import NamedTuple

from vernost.care.models import LetterTemplate
from vernost.core.enums import Language


class Text(NamedTuple):
    """The letter of a template in one language, places not filled."""

    language: str
    subject: str
    body: str


def texts_of(template: LetterTemplate) -> dict[str, Text]:
    """By language, those that are whole: one at least."""
    found = {}
    for code in Language.values:
        subject, body = getattr(template, f"subject_{code}"), getattr(template, f"body_{code}")
        if subject and body:
            found[code] = Text(code, subject, body)
    return found


def text_in(template: LetterTemplate, wanted: str) -> Text:
    """In `wanted`, or in the other language where there is none."""
    found = texts_of(template)
    return found.get(wanted) or next(iter(found.values()))


def template_choices() -> list[tuple[str, str]]:
    """(number, name) of every template, by name."""
    rows = LetterTemplate.objects.filter(deleted_at=None).order_by("name")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]
