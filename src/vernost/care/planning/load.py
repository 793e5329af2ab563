"""How much each person has on each working day."""

from collections.abc import Mapping
from math import ceil

from vernost.care.days.working import WorkingDays

_WEEK = 5


class Load:
    """Touches per person and working day; `weekly` is what a person makes in a week, `usual` for who has no own."""

    def __init__(self, days: WorkingDays, usual: int, weekly: Mapping[int, int] | None = None) -> None:
        self.days = days
        self.weekly = dict(weekly or {})
        self.usual = usual
        self.of: dict[int, list[int]] = {}
        self._daily: dict[int, int] = {}

    def row(self, person: int) -> list[int]:
        row = self.of.get(person)
        if row is None:
            row = self.of[person] = [0] * len(self.days)
            self._daily[person] = ceil(self.weekly.get(person, self.usual) / _WEEK)
        return row

    def add(self, person: int, day: int, count: int = 1) -> None:
        """What is planned already, on its day."""
        self.row(person)[self.days.from_(day)] += count

    def best(self, person: int, first: int, last: int) -> int:
        """The number of the first day from `first` to `last` with room, else that of the least laden."""
        row = self.row(person)
        daily = self._daily[person]
        for at in range(first, last + 1):
            if row[at] < daily:
                return at
        return min(range(first, last + 1), key=row.__getitem__)
