"""Stored values of measures, and the clients they are of."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import QuerySet

from vernost.clients.models import Client
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Value, measure_of
from vernost.programmes.measures.year import year_to
from vernost.programmes.models import MonthlyValue

_DAY = timedelta(days=1)


def clients_of(scope: str, subject: int) -> QuerySet[Client]:
    """As they are divided today; nothing from the recycle bin."""
    clients = Client.objects.filter(deleted_at=None)
    match scope:
        case GoalScope.TEAM:
            return clients.filter(owner__team_id=subject)
        case GoalScope.PERSON:
            return clients.filter(owner_id=subject)
        case GoalScope.SEGMENT:
            return clients.filter(segment_id=subject)
        case _:
            return clients


def value_on(measure: str, scope: str, subject: int, on: date) -> Value:
    """Counted from data: what counts through a period over the year up to the day."""
    return measure_of(measure).compute(clients_of(scope, subject), *year_to(on))


def month_of(day: date) -> date:
    return day.replace(day=1)


def month_ends(since: date, until: date) -> list[date]:
    """The last day of every month from that of `since` up to before `until`."""
    found, month = [], month_of(since)
    while (last := (month + timedelta(days=32)).replace(day=1) - _DAY) < until:
        found.append(last)
        month = last + _DAY
    return found


def values(scope: str, subject: int, measure: str, until: date | None = None) -> list[MonthlyValue]:
    """One a month, oldest first."""
    rows = MonthlyValue.objects.filter(scope=scope, subject=subject, measure=measure)
    return list((rows.filter(counted_on__lte=until) if until else rows).order_by("month_on"))


type Latest = Mapping[tuple[str, int, str], MonthlyValue]


def values_in(month: date, scopes: Iterable[str], measures: Iterable[str]) -> Latest:
    """By (scope, subject, measure): the values of the month in which `month` lies."""
    rows = MonthlyValue.objects.filter(
        month_on=month_of(month), scope__in=list(scopes), measure__in=list(measures)
    )
    return {(one.scope, one.subject, one.measure): one for one in rows}
