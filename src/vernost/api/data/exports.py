from django.http import FileResponse
from ninja import Query

from vernost.api.data.schemas import ExportShown, NewExport
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.values import Number
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.transfer import tasks
from vernost.transfer.actions.export import ask_export
from vernost.transfer.models import ExportRun
from vernost.transfer.queries.run import exports_of
from vernost.transfer.storage import archive_of

operations = Operations("data")


@operations.reads("/exports", right=Action.EXPORT, answer=Page[ExportShown])
def list_exports(request: Request, asked: Query[Asked]) -> Page[ExportShown]:
    """Archives that the token's owner had made."""
    return page_of(exports_of(request.auth), asked, ExportShown)


@operations.creates("/exports", right=Action.EXPORT, answer=ExportShown)
def ask_for_an_export(request: Request, given: NewExport) -> ExportRun:
    """Everything that the token's owner sees, a table per file, made in the background; noted in the audit log."""
    run = ask_export(format=given.format, by=request.auth, at=now(), face=Face.API)
    tasks.put_to_work(tasks.export, run, request.auth)
    return run


@operations.reads("/exports/{export_id}", right=Action.EXPORT, answer=ExportShown)
def show_export(request: Request, export_id: Number) -> ExportRun:
    """One archive: whether it is ready."""
    return found(exports_of(request.auth), export_id)


@operations.gives_file("/exports/{export_id}/file", right=Action.EXPORT, media_type="application/zip")
def fetch_export(request: Request, export_id: Number) -> FileResponse:
    """The archive; not found while it is being made."""
    run = found(exports_of(request.auth).filter(finished_at__isnull=False), export_id)
    name = f"vernost-{run.created_at:%Y-%m-%d}-{run.format}.zip"
    return FileResponse(
        archive_of(run.token).open("rb"), as_attachment=True, filename=name, content_type="application/zip"
    )
