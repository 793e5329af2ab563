"""Movement between groups: the days looked at, the flows between them, and the tendency in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vernost.assessment.wording.movement import tendency as tendency_of
from vernost.assessment.wording.words import Words

QUARTERS = 4
QUARTER_DAYS = 365 / QUARTERS


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
    return tendency_of(words, moves(step))
