"""Feasts on which one congratulates: the same day every year."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_WEEK = 7


@dataclass(frozen=True)
class Feast:
    """`code` is what a rule names. The day is `month` and `day`, or with `nth` the nth `weekday` (Monday is 0) of the
    month, -1 the last; `day_of_year` where a day is counted from New Year.
    """

    code: str
    name: "_StrPromise"
    month: int
    day: int = 0
    weekday: int = 0
    nth: int = 0
    day_of_year: int = 0
    # Beginnings of words in an industry's name, Russian and English; for days of professions.
    industries: tuple[str, ...] = ()

    def on(self, year: int) -> date:
        if self.day_of_year:
            return date(year, 1, 1) + timedelta(days=self.day_of_year - 1)
        if not self.nth:
            return date(year, self.month, self.day)
        if self.nth > 0:
            first = date(year, self.month, 1)
            return first + timedelta(days=(self.weekday - first.weekday()) % _WEEK + (self.nth - 1) * _WEEK)
        last = date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - self.weekday) % _WEEK)


FEASTS = (
    Feast("new_year", _("New Year"), 12, 31),
    Feast("christmas", _("Orthodox Christmas"), 1, 7),
    Feast("western_christmas", _("Christmas, 25 December"), 12, 25),
    Feast("defender_day", _("Defender of the Fatherland Day"), 2, 23),
    Feast("womens_day", _("International Women's Day"), 3, 8),
    Feast("spring_day", _("Spring and Labour Day"), 5, 1),
    Feast("victory_day", _("Victory Day"), 5, 9),
    Feast("business_day", _("Day of Entrepreneurs"), 5, 26),
    Feast("russia_day", _("Russia Day"), 6, 12),
    Feast("unity_day", _("National Unity Day"), 11, 4),
)
FEAST_BY_CODE = {feast.code: feast for feast in FEASTS}
