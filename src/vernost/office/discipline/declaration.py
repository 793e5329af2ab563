"""Rules acknowledged by the client, with the signed paper as a file."""

from contextlib import suppress
from typing import Any

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from vernost.care.actions.discipline import acknowledge_rules
from vernost.care.models import Declaration
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.documents import (
    MOST_BYTES,
    Document,
    DocumentRefused,
    keep_document,
    path_of,
    remove_document,
    type_of,
)
from vernost.office.discipline.forms import AcknowledgementForm
from vernost.office.discipline.views import form_page
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request

_REFUSALS = {
    "empty": gettext_lazy("The file is empty. Nothing was saved; choose another."),
    "too_large": gettext_lazy(
        "The file is larger than %(most)d MiB. Nothing was saved; choose a smaller one."
    ),
    "unknown": gettext_lazy(
        "The file is neither PDF, JPEG, PNG nor DOCX, whatever its name says. Nothing was saved; choose another."
    ),
}


@require_http_methods(["GET", "POST"])
def acknowledge(request: Request, pk: int, declaration_pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    declaration = _declaration_of(client, declaration_pk)
    form = AcknowledgementForm(
        request.POST or None, request.FILES or None, initial={"acknowledged_on": today()}
    )
    kept = _keep(form) if request.method == "POST" and form.is_valid() else None

    def save(stamp: dict[str, Any]) -> None:
        values = {name: value for name, value in form.cleaned_data.items() if name != "file"}
        try:
            acknowledge_rules(declaration=declaration, file=kept, **values, **stamp)
        except BaseException:
            if kept is not None:
                remove_document(kept.token)
            raise

    return form_page(request, client, form, save, _("The client has acknowledged the rules"))


@require_GET
def declaration_file(request: Request, pk: int, declaration_pk: int) -> HttpResponseBase:
    """The signed paper, to be saved: a browser is never to show what somebody uploaded."""
    declaration = _declaration_of(client_for(request.user, pk), declaration_pk)
    with suppress(OSError, ValueError):
        content = path_of(declaration.file_token).open("rb")
        response = FileResponse(
            content,
            as_attachment=True,
            filename=declaration.file_name,
            content_type=type_of(declaration.file_name),
        )
        response["Cache-Control"] = "private, no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response
    raise Http404


def _keep(form: AcknowledgementForm) -> Document | None:
    """Keeps the file of a valid form; a refusal becomes an error of its field."""
    given = form.cleaned_data.get("file")
    if given is None:
        return None
    try:
        return keep_document(pieces=given.chunks(), name=given.name)
    except DocumentRefused as refused:
        form.add_error("file", str(_REFUSALS[refused.code]) % {"most": MOST_BYTES >> 20})
        return None


def _declaration_of(client: Client, pk: int) -> Declaration:
    found = Declaration.objects.filter(client=client, pk=pk, deleted_at=None).first()
    if found is None:
        raise Http404
    return found
