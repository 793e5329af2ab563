"""Counts measures for pages to read. Called by the nightly job and after each assessment; no audit line: nobody's
word is changed."""

from collections.abc import Iterable
from datetime import date

from vernost.programmes.measures.measure import Value
from vernost.programmes.models import MonthlyValue
from vernost.programmes.queries.monthly_value import month_of, value_on

type Wanted = tuple[str, int, str]
_COUNTED = ("counted_on", "number", "unknown", "based_on")


def count_values(*, wanted: Iterable[Wanted], days: Iterable[date]) -> dict[tuple[Wanted, date], Value]:
    """Of each (scope, subject, measure) on each day, one a month; what was counted of a later day of the month or of
    the same one before is replaced if the day is the last of `days`. Returns what was counted.
    """
    each = list(dict.fromkeys(wanted))
    found: dict[tuple[Wanted, date], Value] = {}
    in_order = sorted(days)
    for day in in_order:
        known = _known(day)
        todo = [one for one in each if day == in_order[-1] or (*one,) not in known]
        counted = {one: value_on(one[2], one[0], one[1], day) for one in todo}
        rows = [_row(one, day, value) for one, value in counted.items()]
        MonthlyValue.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["scope", "subject", "measure", "month_on"],
            update_fields=list(_COUNTED),
            batch_size=500,
        )
        found |= {(one, day): value for one, value in counted.items()}
    return found


def _known(day: date) -> set[Wanted]:
    """What was counted on `day` itself already."""
    found = MonthlyValue.objects.filter(month_on=month_of(day), counted_on=day)
    return set(found.values_list("scope", "subject", "measure"))


def _row(wanted: Wanted, day: date, found: Value) -> MonthlyValue:
    scope, subject, measure = wanted
    return MonthlyValue(
        scope=scope,
        subject=subject,
        measure=measure,
        month_on=month_of(day),
        counted_on=day,
        number=found.number,
        unknown="" if found.number is not None else str(found.unknown or ""),
        based_on=found.based_on,
    )
