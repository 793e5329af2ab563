"""The recycle bin: clients, and what hung on clients that are still there."""

from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.clients.actions.client import restore_client
from vernost.clients.actions.recycle_bin import restore_removed
from vernost.clients.queries.client import in_recycle_bin
from vernost.clients.queries.removed import removed, removed_record
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.shell.access import demand, removed_client_for
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

_MOST = 200


@require_GET
@demand(Action.REMOVE_CLIENT)
def recycle_bin(request: Request) -> HttpResponse:
    records = [
        (record, str(record._meta.verbose_name), record._meta.label_lower)
        for record in removed(request.user, most=_MOST)
    ]
    context = {"removed": in_recycle_bin(request.user)[:500], "records": records, "most": _MOST}
    return render(request, "office/clients/recycle_bin.html", context)


@require_POST
@demand(Action.REMOVE_CLIENT)
def restore(request: Request, pk: int) -> HttpResponse:
    client = removed_client_for(request.user, pk)
    try:
        restore_client(client=client, by=request.user, at=now(), face=Face.WEB)
    except IntegrityError:
        return _taken(request, client.name)
    toast(request, _("%(name)s is back.") % {"name": client.name})
    return redirect(client)


@require_POST
@demand(Action.REMOVE_CLIENT)
def restore_record(request: Request, kind: str, pk: int) -> HttpResponse:
    record = removed_record(request.user, kind, pk)
    if record is None:
        raise Http404
    try:
        restore_removed(record=record, by=request.user, at=now(), face=Face.WEB)
    except IntegrityError:
        return _taken(request, str(record))
    toast(request, _("%(name)s is back.") % {"name": str(record)})
    return redirect(record.client)


def _taken(request: Request, name: str) -> HttpResponse:
    toast(
        request,
        _("%(name)s stays in the recycle bin: its number or its day is taken by another record now.")
        % {"name": name},
    )
    return redirect("recycle_bin")
