from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language
from ninja import Query

from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.standard.schemas import (
    Holidays,
    HolidayShown,
    KeptAsked,
    KeptLines,
    KeptShown,
    Occasions,
    OccasionShown,
    OfYear,
)
from vernost.care.days.feast import FEASTS
from vernost.care.days.profession import PROFESSIONS
from vernost.care.days.working import public_holidays
from vernost.care.enums import OwnDay
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.kept import kept, total
from vernost.core.access import Action
from vernost.core.clock import today

operations = Operations("care")
_QUARTER = timedelta(days=90)


@operations.reads("/kept", right=Action.VIEW_CLIENT, answer=KeptLines)
def show_kept(request: Request, asked: Query[KeptAsked]) -> Any:
    """Plan and fact: was the promised contact made, by person, rule or group; of the clients that the owner sees."""
    on = today()
    first, last = asked.day_from or on - _QUARTER, asked.day_to or on
    lines = kept(request.auth, by=asked.by, first=first, last=last, on=on)
    return KeptLines(
        day_from=first,
        day_to=last,
        items=[KeptShown.model_validate(one) for one in lines],
        total=KeptShown.model_validate(total(lines)),
    )


@operations.reads("/occasions", right=Action.VIEW_CLIENT, answer=Occasions)
def list_occasions(request: Request, asked: Query[OfYear]) -> Occasions:
    """Feasts and own days on which a rule may ask for a touch: the codes that stand as `occasion`."""
    year = asked.year or today().year
    own = [OccasionShown(code=one.value, name=str(one.label), on=None) for one in OwnDay]
    feasts = [
        OccasionShown(code=one.code, name=str(one.name), on=one.on(year)) for one in (*FEASTS, *PROFESSIONS)
    ]
    return Occasions(items=own + feasts)


@operations.reads("/holidays", right=Action.VIEW_CLIENT, answer=Holidays)
def list_holidays(request: Request, asked: Query[OfYear]) -> Holidays:
    """Public holidays of a year in the country of the settings of care."""
    country = care_settings().country
    language = (get_language() or "en")[:2]
    days: dict[date, str] = public_holidays(country, asked.year or today().year, language)
    return Holidays(
        country=country, items=[HolidayShown(on=day, name=name) for day, name in sorted(days.items())]
    )
