"""Takes a whole import back, updates too; what somebody has changed since is left and shown."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import Q

from vernost.assessment.enums import Why
from vernost.assessment.tasks import request_assessment
from vernost.care.tasks import request_planning
from vernost.clients.actions.client import change_each_client
from vernost.clients.actions.order import note_last_orders
from vernost.clients.models import Client
from vernost.core.actions.audit import values_of
from vernost.core.actions.records import change_records, remove_records
from vernost.core.enums import Face, JobState, Verb
from vernost.core.jobs.progress import report_progress
from vernost.core.models import AuditEntry, User
from vernost.core.models.base import Concluded, Removable
from vernost.transfer.enums import RunState
from vernost.transfer.models import ImportBatch, ImportRun
from vernost.voice.actions.interaction import note_last_contacts

MOST_SHOWN = 500
_AFTER: dict[str, Callable[..., None]] = {
    "clients.order": note_last_orders,
    "voice.interaction": note_last_contacts,
}
# Kinds whose every entry is in the audit log; of others the run itself is the entry.
_AUDITED = {"clients.client", "clients.contact"}


class UnableToUndoImport(Exception):
    """Nothing of the run is in the database, or it is being worked on."""


def start_undo(*, run: ImportRun, by: User, at: datetime, face: Face) -> ImportRun:
    """Has the run taken back in the background. UnableToUndoImport unless it is done or stopped."""
    open_now = Q(state__in=[RunState.DONE, RunState.STOPPED])
    broken_off = Q(state=RunState.UNDOING, job__state__in=[JobState.FAILED, JobState.CANCELLED])
    ready = ImportRun.objects.filter(open_now | broken_off, pk=run.pk, bookmark__gt=0)
    if not ready.update(state=RunState.UNDOING):
        raise UnableToUndoImport
    run.refresh_from_db()
    return run


def undo_import(*, run: ImportRun, at: datetime) -> ImportRun:
    """Batch by batch, the newest first, each in its own transaction; may be called again after a kill."""
    if run.state != RunState.UNDOING:
        return run
    total = run.batches.count()
    for batch in run.batches.filter(undone=False).order_by("-number").iterator(chunk_size=1):
        with transaction.atomic():
            _take_back(run, batch, at)
            batch.undone = True
            batch.save(update_fields=["undone"])
            run.save(update_fields=["counts", "conflicts"])
        report_progress(total - run.batches.filter(undone=False).count(), total)
    with transaction.atomic():
        run.state, run.undone_at = RunState.UNDONE, at
        run.save(update_fields=["state", "undone_at"])
        request_assessment(Why.IMPORT, run.created_by)
        request_planning(run.created_by)
    return run


def _take_back(run: ImportRun, batch: ImportBatch, at: datetime) -> None:
    stamp = {"by": run.created_by, "at": at, "face": Face.IMPORT, "run": f"undo-{run.token}"}
    by_kind: dict[str, dict[int, Any]] = {}
    for kind, pk, changes in batch.changes:
        by_kind.setdefault(kind, {})[pk] = changes
    # What hangs on clients goes before the clients.
    for kind in sorted(by_kind, key=lambda label: label == "clients.client"):
        model = apps.get_model(kind)
        found = model._default_manager.in_bulk(by_kind[kind])
        created = [record for pk, record in found.items() if by_kind[kind][pk] is None]
        changed = [
            (record, by_kind[kind][pk]) for pk, record in found.items() if by_kind[kind][pk] is not None
        ]
        _put_back(run, kind, changed, stamp)
        _remove(run, kind, created, stamp)
        if kind in _AFTER:
            _AFTER[kind](client_ids=sorted({record.client_id for record in found.values()}))


def _remove(run: ImportRun, kind: str, created: list[Any], stamp: dict[str, Any]) -> None:
    live = [record for record in created if record.deleted_at is None]
    edited = _edited_since(run, kind, [record.pk for record in live])
    in_use = _in_use([record.pk for record in live]) if kind == "clients.client" else set()
    for record in live:
        if record.pk in edited:
            _conflict(run, record, "edited")
        elif record.pk in in_use:
            _conflict(run, record, "in_use")
    gone = [record for record in live if record.pk not in edited | in_use]
    remove_records(records=gone, audited=kind in _AUDITED, **stamp)
    _count(run, "removed", len(gone))


def _put_back(
    run: ImportRun, kind: str, changed: list[tuple[Any, dict[str, list[Any]]]], stamp: dict[str, Any]
) -> None:
    planned = []
    for record, changes in changed:
        now = values_of(record)
        values = {
            own: _python(record, own, was) for own, (was, became) in changes.items() if now[own] == became
        }
        for own in changes.keys() - values.keys():
            _conflict(run, record, "changed", column=own)
        if values:
            planned.append((record, values))
    for one in planned:
        try:
            with transaction.atomic():
                _change(kind, [one], stamp)
            _count(run, "restored", 1)
        except DatabaseError:
            _conflict(run, one[0], "taken")


def _change(kind: str, changes: list[tuple[Any, dict[str, Any]]], stamp: dict[str, Any]) -> None:
    change = change_each_client if kind == "clients.client" else change_records
    change(changes=changes, verb=Verb.VALUE_RESTORED, **stamp)


def _edited_since(run: ImportRun, kind: str, ids: Iterable[int]) -> set[int]:
    """Which of the run's new records have another entry in the audit log, except from imports taken back since."""
    undone = ImportRun.objects.filter(state=RunState.UNDONE).values_list("token", flat=True)
    quiet = [run.token, *undone, *(f"undo-{token}" for token in undone)]
    entries = AuditEntry.objects.filter(kind=kind, object_id__in=list(ids)).exclude(run__in=quiet)
    return set(entries.values_list("object_id", flat=True))


def _in_use(client_ids: list[int]) -> set[int]:
    """Clients on whom something hangs that is still there; what a judgement made of them does not count."""
    found: set[int] = set()
    for relation in Client._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ForeignObjectRel) or relation.related_model is Client:
            continue
        model: Any = relation.related_model
        name = relation.field.name
        rows = model._default_manager.filter(**{f"{name}__in": client_ids})
        if issubclass(model, Concluded):
            rows = rows.none() if model.BY_HAND is None else rows.filter(model.BY_HAND)
        if issubclass(model, Removable):
            rows = rows.filter(deleted_at=None)
        found |= set(rows.values_list(name, flat=True))
    return found


def _conflict(run: ImportRun, record: models.Model, reason: str, column: str = "") -> None:
    _count(run, "conflicts", 1)
    if len(run.conflicts) < MOST_SHOWN:
        label = record._meta.label_lower
        run.conflicts.append(
            {"kind": label, "id": record.pk, "name": str(record)[:200], "reason": reason, "column": column}
        )


def _count(run: ImportRun, what: str, by: int) -> None:
    run.counts[what] = run.counts.get(what, 0) + by


def _python(record: models.Model, own: str, was: Any) -> Any:
    field = next(column for column in record._meta.concrete_fields if column.attname == own)
    if isinstance(field, models.ForeignKey):
        return was
    return None if was is None else field.to_python(was)
