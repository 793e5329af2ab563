from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face, JobState
from vernost.office.data.forms import AskExport
from vernost.office.data.rights import export_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.transfer import tasks
from vernost.transfer.actions.export import ask_export
from vernost.transfer.enums import ExportFormat
from vernost.transfer.queries.run import exports_of
from vernost.transfer.storage import archive_of
from vernost.ui.partials import render_part

_SHOWN = 20


@require_http_methods(["GET", "POST"])
@demand(Action.EXPORT)
def exports(request: Request) -> HttpResponse:
    """Everything out: the archives that the person had made, and a new one."""
    form = AskExport(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wanted = ExportFormat(form.cleaned_data["format"])
        run = ask_export(format=wanted, by=request.user, at=now(), face=Face.WEB)
        tasks.put_to_work(tasks.export, run, request.user)
        return redirect("exports")
    runs = list(exports_of(request.user).select_related("job").order_by("-id")[:_SHOWN])
    shown = [(run, bool(run.job and run.job.state == JobState.FAILED)) for run in runs]
    busy = any(run.finished_at is None and not failed for run, failed in shown)
    context: dict[str, object] = {"form": form, "runs": shown, "busy": busy}
    return render_part(request, "office/data/exports.html", "exports", context)


@require_GET
@demand(Action.EXPORT)
def download(request: Request, pk: int) -> HttpResponseBase:
    run = export_for(request.user, pk)
    name = f"vernost-{run.created_at:%Y-%m-%d}-{run.format}.zip"
    return FileResponse(archive_of(run.token).open("rb"), as_attachment=True, filename=name)
