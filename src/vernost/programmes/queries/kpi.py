"""The numbers of plans, computed for a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from vernost.clients.models import Client
from vernost.programmes.enums import LIVE, Standing
from vernost.programmes.measures.measure import Measure, Value, measure_of
from vernost.programmes.models import Kpi, Plan
from vernost.programmes.outlook import elapsed, forecast, standing_of
from vernost.programmes.queries.monthly_value import month_ends

_DAY = timedelta(days=1)
# Readings begin so long before the plan: the picture shows where it came from.
BEFORE = timedelta(days=183)


@dataclass(frozen=True)
class Figure:
    """One number of a plan on a day. `points` are the known readings, oldest first, and the day's own."""

    kpi: Kpi
    measure: Measure
    value: Value
    points: tuple[tuple[date, Decimal], ...]
    forecast: Decimal | None
    standing: Standing


def value_on(kpi: Kpi, client_id: int, on: date) -> Value:
    """The number as it was on a day, looking back as far as the plan says."""
    chosen = Client.objects.filter(pk=client_id)
    since = on - timedelta(days=kpi.counted) + _DAY
    return measure_of(kpi.measure).compute(chosen, since, on, line=kpi.line)


def kpis_of(plan: Plan) -> list[Kpi]:
    """In the order in which they were added, with their readings."""
    rows = plan.kpis.filter(deleted_at=None).select_related("line").prefetch_related("readings")
    return list(rows.order_by("pk"))


def figures(plan: Plan, on: date) -> list[Figure]:
    """All numbers of a plan, computed anew from data as of `on`."""
    return [figure(plan, kpi, on) for kpi in kpis_of(plan)]


def figure(plan: Plan, kpi: Kpi, on: date) -> Figure:
    measure = measure_of(kpi.measure)
    value = value_on(kpi, plan.client_id, on)
    known = [(one.on, one.number) for one in kpi.readings.all() if one.number is not None and one.on < on]
    points = sorted(known) + ([(on, value.number)] if value.number is not None else [])
    ahead = None
    if value.number is not None and on < plan.until_on:
        since = [point for point in points if point[0] >= plan.since_on - _DAY]
        ahead = forecast(since, plan.until_on, measure.unit)
    standing = standing_of(
        measure.better,
        start=kpi.start,
        target=kpi.target,
        now=value.number,
        ahead=ahead,
        elapsed=elapsed(plan.since_on, plan.until_on, on),
    )
    return Figure(kpi, measure, value, tuple(points), ahead, standing)


def days_to_read(plan: Plan, on: date) -> Iterator[date]:
    """The day before the plan, and the last day of each month from half a year before it up to `on`."""
    begin = plan.since_on - _DAY
    days = {*month_ends(plan.since_on - BEFORE, on), *([begin] if begin <= on else [])}
    yield from sorted(days)


def on_track(kpis: Sequence[Kpi]) -> tuple[int, int]:
    """How many stand well, and how many there are; those kept from the last counting."""
    good = sum(kpi.standing in (Standing.REACHED, Standing.ON_TRACK) for kpi in kpis)
    return good, len(kpis)


def live_kpis() -> Iterator[Kpi]:
    """Those of the plans by which people work now."""
    rows = Kpi.objects.filter(deleted_at=None, plan__deleted_at=None, plan__state__in=LIVE)
    rows = rows.select_related("plan", "line").prefetch_related("readings")
    yield from rows.order_by("pk").iterator(200)
