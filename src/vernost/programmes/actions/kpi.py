"""What a plan is measured by: chosen by a person, counted from data."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from vernost.clients.models import ServiceLine
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.programmes.enums import Counted, TargetHow
from vernost.programmes.measures.measure import Value
from vernost.programmes.models import Kpi, Plan, Reading
from vernost.programmes.plan_faults import wrong_in_kpi
from vernost.programmes.queries.kpi import days_to_read, figure, value_on

_KEPT = ("now", "now_unknown", "now_on", "forecast", "standing")
_PLACES = Decimal("0.01")


def add_kpi(
    *,
    plan: Plan,
    measure: str,
    on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    line: ServiceLine | None = None,
    counted: Counted = Counted.YEAR,
    target: Decimal | None = None,
    how: TargetHow = TargetHow.TO,
) -> Kpi:
    """Measures it back to half a year before the plan and up to `on`. With `how` the `target` is taken from the start
    (PLUS, TIMES); where the start is not known there is no target then. IntegrityError when the plan has it already,
    WrongValues when a client is not measured by it.
    """
    refuse_wrong(wrong_in_kpi({"measure": measure, "line": line}))
    kpi = Kpi(plan=plan, measure=measure, line=line, counted=counted, is_sample=plan.is_sample)
    days = list(days_to_read(plan, on))
    values = {day: value_on(kpi, plan.client_id, day) for day in days}
    # A plan that has not begun starts from today's number.
    begin = values.get(plan.since_on - timedelta(days=1)) or value_on(kpi, plan.client_id, on)
    kpi.start, kpi.start_unknown = begin.number, _why(begin)
    kpi.target = _target(kpi.start, target, how)
    with transaction.atomic():
        create_record(record=kpi, by=by, at=at, face=face, run=run)
        _keep(kpi, values)
        count_kpis(kpis=[kpi], on=on)
    return kpi


def change_kpi(
    *,
    kpi: Kpi,
    target: Decimal | None,
    on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
) -> Kpi:
    """Another target; the audit log keeps the old one. What is measured is not changed: that is another number.
    ChangedMeanwhile when another target stands in the database than `standing` says.
    """
    with transaction.atomic():
        change_record(
            record=kpi, values={"target": target}, by=by, at=at, face=face, run=run, standing=standing
        )
        count_kpis(kpis=[kpi], on=on)
    return kpi


def remove_kpi(*, kpi: Kpi, by: User | None, at: datetime, face: Face, run: str = "") -> Kpi:
    return remove_record(record=kpi, by=by, at=at, face=face, run=run)


def count_kpis(*, kpis: Iterable[Kpi], on: date, read: bool = False) -> None:
    """Brings the kept numbers in line as of `on`; with `read` the day's number is kept for the picture too."""
    for kpi in kpis:
        found = figure(kpi.plan, kpi, on)
        kpi.now, kpi.now_unknown, kpi.now_on = found.value.number, _why(found.value), on
        kpi.forecast, kpi.standing = found.forecast, found.standing
        kpi.save(update_fields=_KEPT)
        if read:
            made = _reading(kpi, on, found.value)
            Reading.objects.update_or_create(
                kpi=kpi, on=on, defaults={"number": made.number, "unknown": made.unknown}
            )


def read_past(*, kpis: Iterable[Kpi], on: date) -> None:
    """Makes the readings of past months again from what is known now: data may have come in since."""
    for kpi in kpis:
        days = [day for day in days_to_read(kpi.plan, on) if day <= on]
        with transaction.atomic():
            kpi.readings.filter(on__in=days).delete()
            _keep(kpi, {day: value_on(kpi, kpi.plan.client_id, day) for day in days})


def _keep(kpi: Kpi, values: Mapping[date, Value]) -> None:
    Reading.objects.bulk_create(_reading(kpi, day, value) for day, value in values.items())


def _target(start: Decimal | None, given: Decimal | None, how: TargetHow) -> Decimal | None:
    if given is None or how is TargetHow.TO:
        return given
    if start is None:
        return None
    return (start + given if how is TargetHow.PLUS else start * given).quantize(_PLACES)


def _reading(kpi: Kpi, day: date, value: Value) -> Reading:
    return Reading(kpi=kpi, on=day, number=value.number, unknown=_why(value))


def _why(value: Value) -> str:
    return value.unknown.value if value.unknown else ""
