"""From a row of `clients` to the sentences that say why: group, guards, stage, loyalty."""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from vernost.assessment.wording import reasons
from vernost.assessment.wording.values import split_codes, value_text, with_heading
from vernost.assessment.wording.words import Words

Row = Mapping[str, Any]


def group_why(words: Words, client: Row) -> str:
    """Why the client is in its group."""
    code = str(client["group_reason"])
    return _sentence(words, reasons.GROUP_SENTENCES[code], reasons.GROUP_NAMES[code], client)


def guards_why(words: Words, client: Row) -> list[str]:
    """What protects the client from being fired, a sentence each."""
    return [
        _sentence(words, reasons.GUARD_SENTENCES[code], reasons.GUARD_NAMES[code], client)
        for code in split_codes(client["guards"])
    ]


def stage_why(words: Words, client: Row) -> str:
    code = str(client["stage_reason"])
    return _sentence(words, reasons.STAGE_SENTENCES[code], reasons.STAGE_NAMES[code], client)


def loyalty_why(words: Words, client: Row) -> str:
    code = str(client["loyalty_reason"])
    return _sentence(words, reasons.LOYALTY_SENTENCES[code], reasons.LOYALTY_NAMES[code], client)


def loyalty_missing(words: Words, client: Row) -> list[str]:
    """What the client lacks for the next level."""
    return [words.gettext(reasons.LOYALTY_MISSING[code]) for code in split_codes(client["loyalty_missing"])]


def _sentence(words: Words, sentence: str, name: str, client: Row) -> str:
    """The sentence with the client's numbers; where one of them is unknown, the name with those that are known."""
    places = [place for _text, place, _spec, _conversion in Formatter().parse(sentence) if place]
    if all(client[place] is not None for place in places):
        return words.gettext(sentence, **{place: value_text(words, place, client[place]) for place in places})
    known = "; ".join(
        with_heading(words, place, client[place]) for place in places if client[place] is not None
    )
    start = words.gettext(name)
    start = start[:1].upper() + start[1:]
    return f"{start} ({known})." if known else f"{start}."
