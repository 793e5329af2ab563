"""A hundred thousand names that sort and read like names."""

from collections.abc import Sequence
from random import Random

from vernost.cli.demo.words import WORDS

_WORDS = WORDS["ru"]


def names(kinds: Sequence[str], seed: int) -> list[str]:
    """A name for each of `kinds` (company or person)."""
    dice = Random(seed)
    halves = [stem.split(" ", 1) for stem in _WORDS.company_stems]
    return [_company(dice, halves) if kind == "company" else _person(dice) for kind in kinds]


def _company(dice: Random, halves: Sequence[Sequence[str]]) -> str:
    stem = f"{dice.choice(halves)[0]} {dice.choice(halves)[-1]} {dice.randrange(2, 1000)}"
    return dice.choice(_WORDS.company_forms).format(stem)


def _person(dice: Random) -> str:
    firsts, lasts = dice.choice(
        ((_WORDS.first_women, _WORDS.last_women), (_WORDS.first_men, _WORDS.last_men))
    )
    return f"{dice.choice(firsts)} {dice.choice(lasts)}"
