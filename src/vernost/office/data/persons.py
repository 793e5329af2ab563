"""One person's data: what is held, as a file; erased everywhere, with a certificate."""

import json
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vernost.clients.models import Client, Contact
from vernost.core.access import Action
from vernost.core.actions.erase_audit import UnableToErase
from vernost.core.actions.privacy import note_reading
from vernost.core.clock import now, today
from vernost.core.documents import path_of
from vernost.core.enums import Face, Reading
from vernost.office.data.forms import Erase
from vernost.office.data.kind_words import named_counts
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.transfer.actions.erase import erase_person
from vernost.transfer.models import Erasure
from vernost.transfer.queries.person import documents_about, held_about, subject_of

_MODELS: dict[str, type[Client] | type[Contact]] = {"client": Client, "contact": Contact}


@require_http_methods(["GET", "POST"])
@demand(Action.ERASE_PERSON)
def person_data(request: Request, what: str, pk: int) -> HttpResponse:
    """What is held about a client or a contact person, and the button that erases it."""
    record = _record(what, pk)
    form = Erase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(erase_person(record=record, by=request.user, at=now(), face=Face.WEB))
        except UnableToErase:
            form.add_error(
                None,
                _("The audit log is not as it was sealed. Nothing was erased: run “vernost check” first."),
            )
    note_reading(
        by=request.user,
        what=Reading.SHOWN,
        kind=record._meta.label_lower,
        object_id=record.pk,
        on=today(),
        at=now(),
    )
    held = held_about(subject_of(record))
    counts = named_counts({kind: len(rows) for kind, rows in held.items()})
    context = {"record": record, "what": what, "counts": counts, "form": form}
    return render(request, "office/data/person.html", context)


@require_GET
@demand(Action.ERASE_PERSON)
def person_file(request: Request, what: str, pk: int) -> HttpResponse:
    """The same as a file in an open format, to be given to the person; with documents attached an archive of all."""
    subject = subject_of(_record(what, pk))
    text = json.dumps(held_about(subject), ensure_ascii=False, indent=2)
    documents = documents_about(subject)
    if documents:
        response = HttpResponse(_archive(text, documents), content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="{what}-{pk}.zip"'
        return response
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{what}-{pk}.json"'
    return response


def _archive(text: str, documents: Sequence[tuple[str, str]]) -> bytes:
    """`data.json` and the documents, each under a number of its own."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("data.json", text)
        for number, (token, name) in enumerate(documents, start=1):
            if path_of(token).is_file():
                archive.write(path_of(token), f"documents/{number}-{name}")
    return packed.getvalue()


@require_GET
@demand(Action.ERASE_PERSON)
def erasures(request: Request) -> HttpResponse:
    rows = Erasure.objects.select_related("erased_by").order_by("-pk")[:500]
    return render(request, "office/data/erasures.html", {"erasures": rows})


@require_GET
@demand(Action.ERASE_PERSON)
def erasure(request: Request, pk: int) -> HttpResponse:
    """The certificate, to be printed."""
    one = get_object_or_404(Erasure.objects.select_related("erased_by"), pk=pk)
    return render(request, "office/data/erasure.html", {"erasure": one, "counts": named_counts(one.counts)})


def _record(what: str, pk: int) -> Client | Contact:
    model = _MODELS.get(what)
    record: Client | Contact | None = model._default_manager.filter(pk=pk).first() if model else None
    if record is None:
        raise Http404
    return record
