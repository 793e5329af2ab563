"""Writes finished judgements: everything in one transaction, in bulk, or nothing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import batched
from json import dumps, loads
from typing import Any

import pyarrow as pa
from django.db import transaction

from vernost.assessment.actions.case_run import renew_cases
from vernost.assessment.actions.question import IN_FORCE, bring_in_force
from vernost.assessment.actions.standing import move
from vernost.assessment.actions.tally import tally
from vernost.assessment.bulk import insert, update
from vernost.assessment.judging import Judged
from vernost.assessment.models import ClientAssessment, Run, Signal
from vernost.clients.models import Client
from vernost.core.actions.record import create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.engine.codes import SIGNAL_BY_CODE
from vernost.engine.settings import Settings

_BATCH = 5_000
_EVIDENCE = ("severity", "first_on", "observed", "expected", "threshold", "observations", "at_stake")


def store(
    *,
    runs: Sequence[tuple[Run, Judged]],
    by: User | None,
    clock: Callable[[], datetime],
    today: date,
    tables: dict[str, pa.Table],
    settings: Settings,
) -> Run:
    """Stores the days in their order and returns the last run. Later days judged before are forgotten: the company has
    gone back to an earlier one.
    """
    with transaction.atomic():
        here = set(Client.objects.filter(deleted_at=None).values_list("pk", flat=True))
        for run, judged in runs:
            run.clients = judged.clients.num_rows
            run.signals = judged.signals.num_rows if judged.signals else 0
            run.company = loads(dumps(judged.company, default=str))
            run.finished_at = clock()
            create_record(record=run, by=by, at=run.finished_at, face=Face.JOB)
            rows = _plain(judged.clients)
            move(rows=_lines(rows, ("client_id", "group", "stage", "loyalty"), here), as_of=judged.as_of)
        last, judged = runs[-1]
        _replace_assessments(last, rows, here)
        _renew_signals(_plain(judged.signals), judged.as_of, here)
        bring_in_force(today=today)
        tally(run=last, tables=tables, clients=judged.clients, settings=settings)
        renew_cases(as_of=judged.as_of)
        Run.objects.filter(as_of__gt=last.as_of).delete()
    return last


def _replace_assessments(run: Run, clients: pa.Table, here: set[int]) -> None:
    names = [
        column.name
        for column in ClientAssessment._meta.concrete_fields
        if column.name not in ("client", "run", *IN_FORCE)
    ]
    ClientAssessment.objects.all().delete()
    # Every proposal is in force until the decisions are laid over it.
    subjects = [name.removesuffix("_in_force") for name in IN_FORCE]
    lines = _lines(clients, ("client_id", *names, *subjects), here)
    insert(ClientAssessment, ("client_id", *names, *IN_FORCE, "run_id"), ((*line, run.pk) for line in lines))


def _renew_signals(signals: pa.Table, as_of: date, here: set[int]) -> None:
    """What is raised still gets today's numbers, what is new a row, what is not raised any more its end."""
    Signal.objects.filter(first_on__gt=as_of, verdict="").delete()
    still = {
        (client, code): pk
        for pk, client, code in Signal.objects.filter(over_on=None).values_list("pk", "client_id", "code")
    }
    new, renewed = [], []
    for client, code, *evidence in _lines(signals, ("client_id", "code", *_EVIDENCE), here):
        pk = still.pop((client, code), None)
        if pk is None:
            new.append((client, code, SIGNAL_BY_CODE[code].area, *evidence, ""))
        else:
            renewed.append((*evidence, pk))
    for some in batched(still.values(), _BATCH):
        Signal.objects.filter(pk__in=some).update(over_on=as_of)
    update(Signal, _EVIDENCE, renewed)
    insert(Signal, ("client_id", "code", "area", *_EVIDENCE, "verdict"), new)


def _lines(table: pa.Table, columns: Sequence[str], here: set[int]) -> Iterable[tuple[Any, ...]]:
    """Rows of the clients that are still in the base; the first of `columns` is the client."""
    values = (table.column(name).to_pylist() for name in columns)
    return (line for line in zip(*values, strict=True) if line[0] in here)


def _plain(table: pa.Table) -> pa.Table:
    """Money as float (the engine's cents are exact in it), days as text, no code as empty text."""
    for place, field in enumerate(table.schema):
        column = table.column(place)
        if pa.types.is_decimal(field.type):
            table = table.set_column(place, field.name, column.cast(pa.float64()))
        elif pa.types.is_date(field.type):
            table = table.set_column(place, field.name, column.cast(pa.string()))
        elif pa.types.is_string(field.type):
            table = table.set_column(place, field.name, column.fill_null(""))
        elif pa.types.is_boolean(field.type):
            table = table.set_column(place, field.name, column.fill_null(False))
    return table
