"""Words of every signal: a file for each area D1 … D7, and the sentence made of a raised signal."""

from collections.abc import Mapping
from typing import Any

from vernost.assessment.wording.signals import (
    chance,
    change,
    dependence,
    difficulty,
    ending,
    inattention,
    unhappy,
)
from vernost.assessment.wording.signals.signal_words import Form, SignalWords
from vernost.assessment.wording.words import UNKNOWN, Words

SIGNALS: dict[str, SignalWords] = {
    **unhappy.WORDS,
    **difficulty.WORDS,
    **change.WORDS,
    **dependence.WORDS,
    **ending.WORDS,
    **inattention.WORDS,
    **chance.WORDS,
}


def tells_money(code: str) -> bool:
    """Whether the signal's numbers are sums or shares, which not everybody may see."""
    own = SIGNALS[code]
    return "money" in (own.observed, own.expected, own.threshold) or code in dependence.WORDS


def signal_name(words: Words, code: str) -> str:
    return words.gettext(SIGNALS[code].name)


def signal_found(words: Words, signal: Mapping[str, Any]) -> str:
    """What was found, from a row of `signals`, in one sentence with its numbers."""
    own = SIGNALS[signal["code"]]
    below = own.found_below and signal["threshold"] is not None and signal["observed"] < signal["threshold"]
    return words.gettext(
        own.found_below if below else own.found,
        observed=_form(words, own.observed, signal["observed"]),
        expected=_form(words, own.expected, signal["expected"]),
        threshold=_form(words, own.threshold, signal["threshold"]),
        observations=words.number(signal["observations"]),
    )


def signal_advice(words: Words, code: str) -> str:
    return words.gettext(SIGNALS[code].advice)


def _form(words: Words, form: Form, value: float | None) -> str:
    if value is None:
        return UNKNOWN
    number = float(value)
    if form == "money":
        return words.money(number)
    if form == "percent":
        return words.percent(number, 0 if number == round(number, 2) else 1)
    if form == "days":
        return words.days(round(number, 1))
    digits = {"count": 0, "strength": 2, "decimal": 1, "mark": 0 if number == round(number) else 1}
    return words.number(number, digits[form])
