"""The week ahead and the month, of one person or of all that he sees."""

from calendar import Calendar
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from vernost.care.days.feast import FEASTS
from vernost.care.days.profession import PROFESSIONS
from vernost.care.days.working import public_holidays
from vernost.care.enums import TouchState
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.touch import visible_to
from vernost.clients.queries.whose import whose
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_of
from vernost.core.queries.company import company
from vernost.core.queries.user import owner_choices
from vernost.office.care.tabs import tabs_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.today.rows import Asking
from vernost.office.today.whose import whose_tabs

_WEEK = timedelta(days=7)
_MOST = 300


@dataclass
class Day:
    """One day of a calendar: how many touches, and what feasts and holidays."""

    on: date
    touches: int = 0
    names: list[str] = field(default_factory=list)
    is_free: bool = False
    is_other_month: bool = False


@require_GET
@demand(Action.VIEW_CLIENT)
def week(request: Request) -> HttpResponse:
    """Everything with a day in the seven days ahead, day by day; what is late stands on today."""
    user, on = request.user, today()
    owner = whose(user, request.GET.get("whose", ""))
    question = Question(user, owner, on, on + _WEEK, may(user, Action.VIEW_MONEY), _MOST)
    days: dict[date, list[Need]] = {}
    for need in needs_of(question):
        day = need.planned_on or need.due_on
        if day is not None and day <= on + _WEEK:
            days.setdefault(max(day, on), []).append(need)
    context = {
        "days": sorted(days.items()),
        "on": on,
        "currency": company().currency,
        "asking": Asking(on, owner_choices(user) if days else (), get_token(request)),
        "tabs": tabs_for(user, "week"),
        "whose_tabs": whose_tabs(user, owner),
    }
    return render(request, "office/care/week.html", context)


@require_GET
@demand(Action.VIEW_CLIENT)
def month(request: Request) -> HttpResponse:
    """`?month=2026-03`; each day tells its touches and leads to them."""
    first = _first_day(request.GET.get("month", ""), today())
    owner = whose(request.user, request.GET.get("whose", ""))
    weeks = list(_weeks(request.user, owner, first))
    context = {
        "first": first,
        "weeks": weeks,
        "on": today(),
        "previous": (first - timedelta(days=1)).strftime("%Y-%m"),
        "next": (first + timedelta(days=32)).strftime("%Y-%m"),
        "owner": owner,
        "weekdays": weeks[0],
        "tabs": tabs_for(request.user, "calendar"),
        "whose_tabs": [
            (label, f"{url}&month={first:%Y-%m}", current)
            for label, url, current in whose_tabs(request.user, owner)
        ],
    }
    return render(request, "office/care/calendar.html", context)


def _weeks(user: User, owner: User | None, first: date) -> Iterator[list[Day]]:
    dates = Calendar().monthdatescalendar(first.year, first.month)
    touches = visible_to(user).filter(state=TouchState.PLANNED, due_on__range=(dates[0][0], dates[-1][-1]))
    if owner is not None:
        touches = touches.filter(person=owner)
    counts = Counter(touches.order_by().values_list("due_on", flat=True))
    country, language = care_settings().country, (get_language() or "en")[:2]
    holidays = {
        day: name
        for year in {dates[0][0].year, dates[-1][-1].year}
        for day, name in public_holidays(country, year, language).items()
    }
    for week_ in dates:
        yield [
            Day(
                on=day,
                touches=counts[day],
                names=_names(day, holidays),
                is_free=day.weekday() > 4 or day in holidays,
                is_other_month=day.month != first.month,
            )
            for day in week_
        ]


def _names(day: date, holidays: dict[date, str]) -> list[str]:
    named = [holidays[day]] if day in holidays else []
    # The public holidays of the country have their own names already.
    feasts = PROFESSIONS if named else (*FEASTS, *PROFESSIONS)
    return named + [str(one.name) for one in feasts if one.on(day.year) == day]


def _first_day(text: str, on: date) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return on.replace(day=1)
