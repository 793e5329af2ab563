"""Movement between groups: the days looked at, the flows between them, and the tendency in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vernost.assessment.wording import judgement
from vernost.assessment.wording.words import Words
from vernost.engine.codes import GROUPS

QUARTERS = 4
QUARTER_DAYS = 365 / QUARTERS
# Best first, as in the engine's codes.
RANK = {group: place for place, group in enumerate(GROUPS)}
MOST_SENTENCES = 5


@dataclass(frozen=True)
class Movement:
    """Migrations between neighbouring days, oldest first, and from the first day to the last (None: no past)."""

    steps: Sequence[Mapping[str, Any]]
    whole: Mapping[str, Any] | None


def days_before(as_of: date, first_order: date) -> list[date]:
    """The ends of the last four quarters before `as_of`, oldest first, as far as there are orders."""
    days = [as_of - timedelta(days=round(QUARTER_DAYS * back)) for back in range(QUARTERS, 0, -1)]
    return [day for day in days if day >= first_order]


def moves(step: Mapping[str, Any]) -> dict[tuple[str | None, str], int]:
    """Number of clients by (group before, group after); None: not a client yet."""
    return {
        (row["from_group"], row["to_group"]): int(row["clients"]) for row in step["matrix"] if row["clients"]
    }


def tendency(words: Words, step: Mapping[str, Any]) -> list[str]:
    """What the matrix says, in sentences: up, down, and the largest moves."""
    between = {pair: n for pair, n in moves(step).items() if pair[0] is not None and pair[0] != pair[1]}
    up = sum(n for (before, after), n in between.items() if RANK[after] < RANK[str(before)])
    down = sum(between.values()) - up
    if not between:
        return [words.gettext("Nobody changed the group.")]
    sentences = [
        words.gettext(
            "To a better group: {up}; to a worse one: {down}.", up=words.number(up), down=words.number(down)
        )
    ]
    largest = sorted(between.items(), key=lambda item: (-item[1], item[0]))[:MOST_SENTENCES]
    for (before, after), n in largest:
        sentences.append(
            words.ngettext(
                "“{before}” → “{after}”: {n} client.",
                "“{before}” → “{after}”: {n} clients.",
                n,
                before=words.gettext(judgement.GROUPS[str(before)]),
                after=words.gettext(judgement.GROUPS[after]),
            )
        )
    return sentences
