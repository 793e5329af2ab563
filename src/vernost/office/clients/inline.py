"""One field of the card at a time, with a look at whether somebody has changed it meanwhile."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.clients.actions.client import change_client
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.clients.forms import ClientForm
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
def edit_field(request: Request, pk: int, name: str) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    if name not in ClientForm.base_fields:
        raise Http404
    if name == "owner" and client.owner_id is not None:
        # A client passes to another with everything that is open, never by a field alone.
        return redirect("new_handover", pk=client.pk)
    form = _form_of_one(request, client, name)
    seen = Seen(request, form, client)
    run = new_run("field")
    if seen.write(
        lambda values: change_client(
            client=client, by=request.user, at=now(), face=Face.WEB, run=run, **values
        )
    ):
        toast(request, _("%(field)s is changed.") % {"field": form[name].label}, undo_run=run)
        return redirect(client)
    context = {"client": client, "form": form, "field": form[name], "seen": seen}
    return render(request, "office/clients/field.html", context)


def _form_of_one(request: Request, client: Client, name: str) -> ClientForm:
    form = ClientForm(request.POST or None, user=request.user, client=client)
    for other in [other for other in form.fields if other != name]:
        del form.fields[other]
    return form
