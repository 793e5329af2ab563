"""Counts of a mailing in words."""

from collections.abc import Mapping

from vernost.care.enums import LetterHold
from vernost.channels.enums import LetterState


def letter_words(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(str(one.label), counts[one]) for one in LetterState if counts.get(one)]


def held_words(counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """(code, reason, how many)."""
    return [(one.value, str(one.label), counts[one]) for one in LetterHold if counts.get(one)]
