"""Takes a whole import back, updates too; what somebody has changed since is left and shown."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction

from vernost.assessment.enums import Why
from vernost.assessment.tasks import request_assessment
from vernost.care.actions.planning_job import request_planning
from vernost.clients.actions.client import change_each_client
from vernost.clients.actions.consent import bring_consents_in_line
from vernost.clients.actions.order import note_last_orders
from vernost.core.actions.records import change_records, remove_records
from vernost.core.enums import Face, Verb
from vernost.core.jobs.progress import report_progress
from vernost.core.kept_columns import bring_columns_in_line
from vernost.core.models import User
from vernost.transfer.enums import RunState
from vernost.transfer.models import ImportBatch, ImportRun
from vernost.transfer.queries.undo import Share, conflict, shares_of, undoable
from vernost.voice.actions.interaction import bring_contacts_in_line

MOST_SHOWN = 500
# What is kept beside the facts of each kind, given the clients and the moment.
_AFTER: dict[str, Callable[[list[int], datetime], None]] = {
    "clients.order": lambda client_ids, _at: note_last_orders(client_ids=client_ids),
    "clients.contact": lambda client_ids, at: bring_consents_in_line(client_ids=client_ids, at=at),
    "voice.interaction": lambda client_ids, at: bring_contacts_in_line(client_ids=client_ids, at=at),
    "care.handover": lambda client_ids, at: bring_columns_in_line(set(client_ids), at),
}
# Kinds whose every entry is in the audit log; of others the run itself is the entry.
_AUDITED = {"clients.client", "clients.contact", "care.handover", "care.handoveritem"}


class UnableToUndoImport(Exception):
    """Nothing of the run is in the database, or it is being worked on."""


def start_undo(*, run: ImportRun, by: User, at: datetime, face: Face) -> ImportRun:
    """Has the run taken back in the background. UnableToUndoImport unless it is done or stopped."""
    if not undoable().filter(pk=run.pk).update(state=RunState.UNDOING):
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
        request_planning(by=run.created_by)
    return run


def _take_back(run: ImportRun, batch: ImportBatch, at: datetime) -> None:
    stamp: dict[str, Any] = {"by": run.created_by, "at": at, "face": Face.IMPORT, "run": f"undo-{run.token}"}
    for share in shares_of(run, batch):
        _note(run, share.conflicts)
        _put_back(run, share, stamp)
        remove_records(records=share.gone, audited=share.kind in _AUDITED, **stamp)
        _count(run, "removed", len(share.gone))
        if share.kind in _AFTER:
            _AFTER[share.kind](share.client_ids, at)


def _put_back(run: ImportRun, share: Share, stamp: dict[str, Any]) -> None:
    for record, values in share.restored:
        try:
            with transaction.atomic():
                _change(share.kind, [(record, values)], stamp)
            _count(run, "restored", 1)
        except DatabaseError:
            _note(run, [conflict(record, "taken")])


def _change(kind: str, changes: list[tuple[Any, dict[str, Any]]], stamp: dict[str, Any]) -> None:
    change = change_each_client if kind == "clients.client" else change_records
    change(changes=changes, verb=Verb.VALUE_RESTORED, **stamp)


def _note(run: ImportRun, conflicts: list[dict[str, Any]]) -> None:
    if conflicts:
        _count(run, "conflicts", len(conflicts))
        run.conflicts.extend(conflicts[: max(0, MOST_SHOWN - len(run.conflicts))])


def _count(run: ImportRun, what: str, by: int) -> None:
    run.counts[what] = run.counts.get(what, 0) + by
