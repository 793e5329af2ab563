"""For how long what is kept: an app declares what grows old, a director says after how many months it goes.

An app declares in a module that its `ready` loads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localtime

from vernost.core.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_MONTHS = 12


@dataclass(frozen=True)
class Kept:
    """`count(before)` is how many would go, `remove(before, by, at)` lets them go and returns how many did. `months`
    holds until a director says otherwise; None keeps for ever.
    """

    code: str
    label: "_StrPromise"
    months: int | None
    count: Callable[[datetime], int]
    remove: Callable[[datetime, User | None, datetime], int]


_kept: dict[str, Kept] = {}


def keeps(kept: Kept) -> None:
    _kept[kept.code] = kept


def kinds_kept() -> list[Kept]:
    return list(_kept.values())


def months_of(kept: Kept, given: dict[str, Any]) -> int | None:
    """What holds for `kept` where a director has given `given`."""
    months: int | None = given.get(kept.code, kept.months)
    return months


def before(months: int, at: datetime) -> datetime:
    """The moment `months` months ago; the last day of a shorter month."""
    here = localtime(at)
    years, month = divmod(here.year * _MONTHS + here.month - 1 - months, _MONTHS)
    for day in range(here.day, 0, -1):
        try:
            return here.replace(year=years, month=month + 1, day=day)
        except ValueError:
            continue
    raise ValueError(months)
