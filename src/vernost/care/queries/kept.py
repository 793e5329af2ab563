"""Plan and fact: was the promised contact made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Count, F, Q

from vernost.care.enums import TouchState
from vernost.care.queries.touch import visible_to
from vernost.core.models import User

By = Literal["person", "rule", "group"]
_COLUMNS: dict[By, str] = {"person": "person", "rule": "rule", "group": "group"}


@dataclass(frozen=True)
class Kept:
    """One line: `key` is a person's or rule's number or a group's code. A promise counts in the period in which its
    latest day lies; `open` are those whose latest day has not come.
    """

    key: Any
    in_time: int
    late: int
    missed: int
    overdue: int
    skipped: int
    open: int

    @property
    def promised(self) -> int:
        """Those that should have been made by now."""
        return self.in_time + self.late + self.missed + self.overdue

    @property
    def part(self) -> float | None:
        """Kept in time, of the promised; None while nothing was promised."""
        return self.in_time / self.promised if self.promised else None


def kept(user: User, *, by: By, first: date, last: date, on: date) -> list[Kept]:
    """Of the touches that `user` may see, in the order of most promised first."""
    column = _COLUMNS[by]
    rows = visible_to(user).filter(latest_on__range=(first, last)).exclude(state=TouchState.HELD)
    done = Q(state=TouchState.DONE)
    counted = rows.order_by().values_list(column).annotate(
        in_time=Count("pk", filter=done & Q(closed_on__lte=F("latest_on"))),
        late=Count("pk", filter=done & Q(closed_on__gt=F("latest_on"))),
        missed=Count("pk", filter=Q(state=TouchState.MISSED)),
        overdue=Count("pk", filter=Q(state=TouchState.PLANNED, latest_on__lt=on)),
        skipped=Count("pk", filter=Q(state=TouchState.SKIPPED)),
        open=Count("pk", filter=Q(state=TouchState.PLANNED, latest_on__gte=on)),
    )  # fmt: skip
    return sorted((Kept(*row) for row in counted), key=lambda one: (-one.promised, str(one.key)))


def total(lines: Iterable[Kept]) -> Kept:
    rows = list(lines)
    return Kept(
        None,
        sum(one.in_time for one in rows),
        sum(one.late for one in rows),
        sum(one.missed for one in rows),
        sum(one.overdue for one in rows),
        sum(one.skipped for one in rows),
        sum(one.open for one in rows),
    )
