"""The import itself: chunk by chunk, the changes and the bookmark in one transaction."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from vernost.assessment.enums import Why
from vernost.assessment.tasks import request_assessment
from vernost.care.actions.planning_job import request_planning
from vernost.core.actions.audit import record_change, values_of
from vernost.core.enums import Face, JobState, Verb
from vernost.core.jobs.claim import LeaseLost
from vernost.core.jobs.progress import report_progress
from vernost.core.models import User
from vernost.core.statistics import refresh_statistics
from vernost.transfer import report
from vernost.transfer.applying.chunk import Chunk
from vernost.transfer.applying.chunks import apply, chunks_after, context_of, size_of_chunks
from vernost.transfer.applying.context import Context
from vernost.transfer.enums import Outcome, RunState
from vernost.transfer.models import ImportBatch, ImportRun
from vernost.transfer.storage import REPORT


class UnableToStartImport(Exception):
    """The run is not checked, or it has been started already."""


def start_import(*, run: ImportRun, by: User, at: datetime, face: Face) -> ImportRun:
    """Lets a checked import, or a stopped one, go on in the background. UnableToStartImport in any other state."""
    with transaction.atomic():
        open_now = Q(state__in=[RunState.CHECKED, RunState.STOPPED])
        broken_off = Q(state=RunState.RUNNING, job__state__in=[JobState.FAILED, JobState.CANCELLED])
        ready = ImportRun.objects.filter(open_now | broken_off, pk=run.pk)
        if not ready.update(state=RunState.RUNNING, started_at=run.started_at or at, problem={}):
            raise UnableToStartImport
        run.refresh_from_db()
        if not run.counts:
            run.counts = {"unread": run.expected["unread"], "refused": run.expected["unread"], "clients": 0}
            run.save(update_fields=["counts"])
    return run


def stop_import(*, run: ImportRun, by: User, at: datetime, face: Face) -> ImportRun:
    """Stops after the chunk at hand; what is in stays in, and `start_import` goes on from there."""
    ImportRun.objects.filter(pk=run.pk, state=RunState.RUNNING).update(state=RunState.STOPPED)
    ImportRun.objects.filter(pk=run.pk, state=RunState.CHECKING).update(state=RunState.COLUMNS)
    run.refresh_from_db()
    return run


def run_import(*, run: ImportRun, at: datetime, chunk: int = 0) -> ImportRun:
    """Takes the rows behind the bookmark. After a kill it is called again and goes on with the chunk that was not
    committed; nothing is done twice.
    """
    if run.state != RunState.RUNNING:
        return run
    context = context_of(run, by=run.created_by, at=at)
    for some in chunks_after(run.token, run.bookmark, chunk or size_of_chunks(context)):
        _take(run, context, some)
        report_progress(run.bookmark, run.total)
    refresh_statistics()
    with transaction.atomic():
        before = values_of(run)
        run.state, run.finished_at = RunState.DONE, at
        run.save(update_fields=["state", "finished_at"])
        record_change(
            record=run,
            verb=Verb.CHANGED,
            by=run.created_by,
            at=at,
            face=Face.IMPORT,
            before=before,
            run=run.token,
        )
        if _has_changed_something(run):
            request_assessment(Why.IMPORT, run.created_by)
            request_planning(by=run.created_by)
    return run


def _has_changed_something(run: ImportRun) -> bool:
    """Whether anything is other than before the import, so that clients must be judged anew."""
    return any(run.counts.get(what) for what in (Outcome.CREATED, Outcome.CHANGED, "clients"))


def _take(run: ImportRun, context: Context, chunk: Chunk) -> None:
    context.clients_made.clear()
    context.handed_over = 0
    after = run.bookmark
    try:
        with transaction.atomic():
            results = apply(context, chunk)
            counts = dict(run.counts)
            for outcome, count in report.counts_of(results).items():
                counts[outcome] = counts.get(outcome, 0) + count
            counts["clients"] = counts.get("clients", 0) + len(context.clients_made)
            counts["handed_over"] = counts.get("handed_over", 0) + context.handed_over
            bookmark = chunk.last
            # Nobody else may have taken the chunk, and the run may not have been stopped.
            mine = ImportRun.objects.filter(pk=run.pk, bookmark=after, state=RunState.RUNNING)
            if not mine.update(bookmark=bookmark, counts=counts):
                raise LeaseLost
            ImportBatch.objects.create(run=run, number=after, changes=context.changes)
            report.write_part(run.token, REPORT, after, results)
    except BaseException:
        context.forget_unsaved()
        raise
    run.bookmark, run.counts = bookmark, counts
    context.changes = []
    context.index.saved()
