"""Counts measures for pages to read. Called by the nightly job and after each assessment; no audit line: nobody's
word is changed."""

from collections.abc import Iterable
from datetime import date

from vernost.programmes.models import MonthlyValue
from vernost.programmes.queries.monthly_value import month_of, value_on

type Wanted = tuple[str, int, str]
_COUNTED = ("counted_on", "number", "unknown", "based_on")


def count_values(*, wanted: Iterable[Wanted], days: Iterable[date]) -> int:
    """Of each (scope, subject, measure) on each day, one a month; what was counted of a later day of the month or of
    the same one before is replaced if the day is the last of `days`. Returns how many were counted.
    """
    each, count = list(dict.fromkeys(wanted)), 0
    in_order = sorted(days)
    for day in in_order:
        known = _known(day)
        todo = [one for one in each if day == in_order[-1] or (*one,) not in known]
        rows = [_row(one, day) for one in todo]
        MonthlyValue.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["scope", "subject", "measure", "month_on"],
            update_fields=list(_COUNTED),
            batch_size=500,
        )
        count += len(rows)
    return count


def _known(day: date) -> set[Wanted]:
    """What was counted on `day` itself already."""
    found = MonthlyValue.objects.filter(month_on=month_of(day), counted_on=day)
    return set(found.values_list("scope", "subject", "measure"))


def _row(wanted: Wanted, day: date) -> MonthlyValue:
    scope, subject, measure = wanted
    found = value_on(measure, scope, subject, day)
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
