"""The rows that a number was made from: as they are kept, and as a page shows them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from vernost.clients.queries.client import visible_to
from vernost.core.models import User
from vernost.programmes.measures.measure import Measure, Row

# [day, number of the client, what the row adds or null, kind of record, its number]
type Kept = list[Any]


@dataclass(frozen=True)
class CountedRow:
    """`number` is what the row adds, None where it was looked at and adds nothing."""

    on: date
    client_id: int
    client_name: str
    what: str
    number: Decimal | None


def as_kept(rows: Iterable[Row]) -> list[Kept]:
    return [
        [
            row.on.isoformat(),
            row.client_id,
            None if row.number is None else str(row.number),
            row.record._meta.label_lower,
            row.record.pk,
        ]
        for row in rows
    ]


def in_words(kept: Sequence[Kept], measure: Measure, user: User, most: int) -> list[CountedRow]:
    """The first `most` of clients whom `user` sees. What is gone since is left out."""
    seen = visible_to(user).filter(pk__in={row[1] for row in kept})
    names = dict(seen.values_list("pk", "name"))
    chosen = [row for row in kept if row[1] in names][:most]
    records = _records(chosen, measure)
    return [
        CountedRow(
            date.fromisoformat(on),
            client,
            names[client],
            measure.words(records[kind, pk]),
            None if number is None else Decimal(number),
        )
        for on, client, number, kind, pk in chosen
        if (kind, pk) in records
    ]


def _records(rows: Sequence[Kept], measure: Measure) -> dict[tuple[str, int], Any]:
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
