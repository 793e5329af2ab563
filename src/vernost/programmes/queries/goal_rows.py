"""The rows of a goal's number as its page shows them, from what was kept when it was counted."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from vernost.clients.queries.client import visible_to
from vernost.core.models import User
from vernost.programmes.measures.measure import Measure, measure_of
from vernost.programmes.models import Goal, GoalRows


@dataclass(frozen=True)
class GoalRow:
    """`number` is what the row adds, None where it was looked at and adds nothing."""

    on: date
    client_id: int
    client_name: str
    what: str
    number: Decimal | None


def rows_of_goal(goal: Goal, user: User, most: int) -> tuple[list[GoalRow], int]:
    """The latest `most` rows of clients whom `user` sees, among those that were kept, and how many rows the number was
    made from. What is gone since is left out.
    """
    kept = GoalRows.objects.filter(goal=goal).first()
    if kept is None:
        return [], 0
    seen = visible_to(user).filter(pk__in={row[1] for row in kept.rows})
    names = dict(seen.values_list("pk", "name"))
    chosen = [row for row in kept.rows if row[1] in names][:most]
    measure = measure_of(goal.measure)
    records = _records(chosen, measure)
    found = [
        GoalRow(
            date.fromisoformat(on),
            client,
            names[client],
            measure.words(records[kind, pk]),
            None if number is None else Decimal(number),
        )
        for on, client, number, kind, pk in chosen
        if (kind, pk) in records
    ]
    return found, kept.based_on


def _records(rows: list[list[Any]], measure: Measure) -> dict[tuple[str, int], Any]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for *_, kind, pk in rows:
        numbers[kind].append(pk)
    found: dict[tuple[str, int], Any] = {}
    for kind, wanted in numbers.items():
        model = apps.get_model(kind)
        rows_of_kind = model._default_manager.all()
        if beside := _of_model(model, measure.reads):
            rows_of_kind = rows_of_kind.select_related(*beside)
        records = rows_of_kind.in_bulk(wanted)
        found |= {
            (kind, pk): record
            for pk, record in records.items()
            if getattr(record, "deleted_at", None) is None
        }
    return found


def _of_model(model: Any, names: tuple[str, ...]) -> list[str]:
    """A measure may be made from records of several kinds, of which one alone has the column."""
    found = []
    for name in names:
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        found.append(name)
    return found
