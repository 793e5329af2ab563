"""The dry run: the file is read, and every row goes through the real code in a transaction that is rolled back."""

from datetime import datetime

from vernost.core.jobs.progress import report_progress
from vernost.engine.io.errors import VernostDataError
from vernost.transfer import report
from vernost.transfer.applying.chunks import chunks_after, context_of, size_of_chunks, try_out
from vernost.transfer.enums import RunState
from vernost.transfer.kinds import KINDS
from vernost.transfer.models import ImportRun
from vernost.transfer.plan import Plan
from vernost.transfer.reading.stage import Staged, stage
from vernost.transfer.reading.values import unknown_words
from vernost.transfer.storage import CHECK

_READING = 20


def check_import(*, run: ImportRun, at: datetime) -> ImportRun:
    """Leaves the run CHECKED with its expected counts; in VALUES when words must be decided on first; in COLUMNS with
    its `problem` when the file cannot be read so. Changes nothing else and may be repeated.
    """
    if run.state != RunState.CHECKING:
        return run
    plan, kind = Plan.of(run.plan), KINDS[run.kind]
    try:
        staged = stage(run.token, kind, plan, run.layout, run.file_name, _report_reading)
    except VernostDataError as error:
        return _leave(run, RunState.COLUMNS, problem={"code": error.code, "details": _json(error.details)})
    unknown = unknown_words(run.token, kind, plan, run.created_by)
    if unknown:
        return _leave(run, RunState.VALUES, unknown=unknown, total=staged.rows)
    return _leave(run, RunState.CHECKED, total=staged.rows, expected=_try_all(run, staged, at))


def _try_all(run: ImportRun, staged: Staged, at: datetime) -> dict[str, int]:
    report.clear(run.token, CHECK)
    context = context_of(run, by=run.created_by, at=at)
    counts = {"unread": staged.unread, "refused": staged.unread}
    done = 0
    for chunk in chunks_after(run.token, 0, size_of_chunks(context)):
        results = try_out(context, chunk)
        report.write_part(run.token, CHECK, done, results)
        for outcome, count in report.counts_of(results).items():
            counts[outcome] = counts.get(outcome, 0) + count
        done += len(chunk)
        part = _READING + (100 - _READING) * done // max(1, staged.rows)
        report_progress(part, 100)
    counts["clients"], counts["handed_over"] = len(context.clients_made), context.handed_over
    return counts


def _report_reading(part: float) -> None:
    report_progress(int(_READING * part), 100)


def _leave(run: ImportRun, state: RunState, **values: object) -> ImportRun:
    run.state = state
    for name, value in values.items():
        setattr(run, name, value)
    # Only a run that is still being checked: the person may have gone back to the columns.
    ImportRun.objects.filter(pk=run.pk, state=RunState.CHECKING).update(state=state, **values)
    return run


def _json(details: dict[str, object]) -> dict[str, object]:
    """What of the details a sentence needs, as JSON keeps it."""
    kept: dict[str, object] = {}
    for name, value in details.items():
        kept[name] = [str(one) for one in value] if isinstance(value, list | tuple) else str(value)
    return kept
