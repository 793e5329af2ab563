"""One import: its progress, what it would do, what it did, and the way back."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face, JobState
from vernost.office.data.rights import run_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.transfer import report, tasks
from vernost.transfer.actions.execute import UnableToStartImport, start_import, stop_import
from vernost.transfer.enums import Outcome, RunState
from vernost.transfer.kinds import KINDS, Kind
from vernost.transfer.models import ImportRun
from vernost.transfer.rejected import write_rejected
from vernost.transfer.storage import CHECK, REPORT
from vernost.transfer.wording import conflict_text, problem_text, reason_text
from vernost.ui.partials import render_part

_PER_PAGE = 50
_BUSY = (RunState.CHECKING, RunState.RUNNING, RunState.UNDOING)
_HAS_REPORT = (RunState.STOPPED, RunState.DONE, RunState.UNDONE)
_TONES = {Outcome.CREATED: "good", Outcome.CHANGED: "accent", Outcome.LEFT: "neutral", Outcome.REFUSED: "bad"}
_STEPS = {
    RunState.COLUMNS: 2,
    RunState.VALUES: 2,
    RunState.CHECKING: 3,
    RunState.CHECKED: 3,
    RunState.RUNNING: 4,
}


@require_GET
@demand(Action.IMPORT)
def import_run(request: Request, pk: int) -> HttpResponse:
    run = run_for(request.user, pk)
    is_checked = run.state == RunState.CHECKED
    broken_off = (
        run.state in _BUSY and run.job is not None and run.job.state in (JobState.FAILED, JobState.CANCELLED)
    )
    context: dict[str, Any] = {
        "run": run,
        "kind": KINDS[run.kind],
        "step": _STEPS.get(RunState(run.state), 5),
        "busy": run.state in _BUSY and not broken_off,
        "broken_off": broken_off,
        "part": _part(run),
        "problem": problem_text(run.problem, KINDS[run.kind]) if run.problem else "",
        "conflicts": [(one, conflict_text(one)) for one in run.conflicts],
    }
    if is_checked or run.state in _HAS_REPORT:
        context |= _rows(request, run, CHECK if is_checked else REPORT)
    return render_part(request, "office/data/run.html", "run", context)


@require_POST
@demand(Action.IMPORT)
def start(request: Request, pk: int) -> HttpResponse:
    run = run_for(request.user, pk)
    try:
        start_import(run=run, by=request.user, at=now(), face=Face.WEB)
        tasks.put_to_work(tasks.execute, run, request.user)
    except UnableToStartImport:
        toast(request, _("This import is not waiting to be started. Nothing was changed."))
    return redirect(run)


@require_POST
@demand(Action.IMPORT)
def stop(request: Request, pk: int) -> HttpResponse:
    run = run_for(request.user, pk)
    stop_import(run=run, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("Stopped. What is in stays in; it can go on or be taken back."))
    return redirect(run)


@require_GET
@demand(Action.IMPORT)
def rejected(request: Request, pk: int) -> HttpResponse:
    """The refused rows with their reasons, to be mended and imported again."""
    run = run_for(request.user, pk)
    if run.state != RunState.CHECKED and run.state not in _HAS_REPORT:
        raise Http404
    part = CHECK if run.state == RunState.CHECKED else REPORT
    with TemporaryDirectory(prefix="vernost-") as folder:
        file = Path(folder) / "rejected.csv"
        write_rejected(run, part, file)
        response = HttpResponse(file.read_bytes(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="rejected.csv"'
    return response


def _part(run: ImportRun) -> int:
    """How much is done, of a hundred."""
    job = run.job
    if run.state == RunState.RUNNING and run.total:
        return int(100 * run.bookmark / run.total)
    return int(100 * job.done / job.total) if job and job.total else 0


def _rows(request: Request, run: ImportRun, part: str) -> dict[str, Any]:
    counts = run.expected if part == CHECK else run.counts
    outcome = request.GET.get("outcome", "")
    outcome = outcome if outcome in Outcome.values else ""
    total = counts.get(outcome, 0) if outcome else sum(counts.get(one, 0) for one in Outcome.values)
    pages = max(1, -(-total // _PER_PAGE))
    asked = request.GET.get("page", "1")
    page = min(int(asked) if asked.isdecimal() and int(asked) > 0 else 1, pages)
    found = report.read_rows(run.token, part, outcome=outcome, limit=_PER_PAGE, offset=(page - 1) * _PER_PAGE)
    kind = KINDS[run.kind]
    return {
        "rows": [_shown(row, kind) for row in found],
        "outcomes": [
            (one.value, one.label, counts.get(one.value, 0), one.value == outcome, _TONES[one])
            for one in Outcome
        ],
        "counts": counts,
        "outcome": outcome,
        "page": page,
        "pages": pages,
        "is_check": part == CHECK,
        "to_do": counts.get("created", 0) + counts.get("changed", 0),
    }


def _shown(row: report.ReportRow, kind: Kind) -> dict[str, Any]:
    outcome = Outcome(row.outcome)
    return {
        "row": row.row,
        "lines": len(row.rows),
        "name": row.name,
        "outcome": outcome.label,
        "tone": _TONES[outcome],
        "reason": reason_text(row, kind) if outcome is Outcome.REFUSED else "",
        "changes": [(kind.label_of(column), old, new) for column, (old, new) in row.changes.items()],
    }
