"""One step of an explanation: its title, its numbers, what follows from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vernost.assessment.wording.columns import HEADINGS
from vernost.assessment.wording.values import value_text
from vernost.assessment.wording.words import Words
from vernost.engine.settings import Settings

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Subject:
    """The client that is explained, and what is needed for it."""

    words: Words
    client: Row
    signals: Sequence[Row]
    occasions: Sequence[tuple[Any, float]]
    company: Mapping[str, Any]
    settings: Settings


@dataclass
class Step:
    """`numbers`: name and value; `sentences`: what follows; both in words of the language."""

    title: str
    numbers: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def numbers_of(subject: Subject, *columns: str) -> list[tuple[str, str]]:
    """Heading and value of these columns of the client."""
    words = subject.words
    return [
        (words.gettext(HEADINGS[name]), value_text(words, name, subject.client[name])) for name in columns
    ]
