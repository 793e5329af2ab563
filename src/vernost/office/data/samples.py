from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from vernost.core.access import Action
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.transfer.kinds import KINDS
from vernost.transfer.kinds.samples import sample_file


@require_GET
@demand(Action.IMPORT)
def sample(request: Request, kind: str) -> HttpResponse:
    """A small file of the kind in the language of the page."""
    if kind not in KINDS:
        raise Http404
    content = sample_file(kind).encode("utf-8-sig")
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
    return response
