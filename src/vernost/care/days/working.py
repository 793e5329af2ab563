"""Which days people work: neither weekends nor public holidays, with the days that a government moved."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays

_FRIDAY = 4


@cache
def public_holidays(country: str, year: int, language: str) -> dict[date, str]:
    """The holidays of a country (ISO code) with their names; those of a country that is not known are none."""
    known = holidays.list_supported_countries(include_aliases=False)
    if country not in known:
        return {}
    languages = holidays.list_localized_countries().get(country, [])
    named = next((one for one in languages if one.startswith(language)), None)
    return dict(holidays.country_holidays(country, years=year, language=named))


def countries() -> list[str]:
    return sorted(holidays.list_supported_countries(include_aliases=False))


class WorkingDays:
    """The working days from `first` to `last`, numbered from 0; days are ordinals (`date.toordinal`)."""

    def __init__(self, first: date, last: date, free: Iterable[date] = ()) -> None:
        kept_free = set(free)
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        self.days = [day.toordinal() for day in days if day.weekday() <= _FRIDAY and day not in kept_free]

    def __len__(self) -> int:
        return len(self.days)

    def from_(self, day: int) -> int:
        """The number of the first working day on or after `day`; of the last of all when there is none."""
        return min(bisect_left(self.days, day), len(self.days) - 1)

    def until(self, day: int) -> int:
        """The number of the last working day on or before `day`; -1 when there is none."""
        return bisect_right(self.days, day) - 1


def working_days(country: str, first: date, last: date) -> WorkingDays:
    free = [day for year in range(first.year, last.year + 1) for day in public_holidays(country, year, "en")]
    return WorkingDays(first, last, free)
