"""One field of the card at a time, with a look at whether somebody has changed it meanwhile."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.clients.actions.client import change_client
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.clients.forms import ClientForm
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
def edit_field(request: Request, pk: int, name: str) -> HttpResponse:
    """`was` is the value that the person saw. If another stands there by now he is asked which shall hold."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    if name not in ClientForm.base_fields:
        raise Http404
    form = _form_of_one(request, client, name)
    stands = _plain(form[name].initial)
    conflict = False
    if request.method == "POST" and form.is_valid():
        conflict = request.POST.get("was", "") not in (stands, _plain(form.cleaned_data[name]))
        if not conflict:
            run = f"field-{client.pk}-{now():%Y%m%d%H%M%S%f}"
            value = {name: form.cleaned_data[name]}
            change_client(client=client, by=request.user, at=now(), face=Face.WEB, run=run, **value)
            toast(request, _("%(field)s is changed.") % {"field": form[name].label}, undo_run=run)
            return redirect(client)
    context = {"client": client, "form": form, "field": form[name], "was": stands, "conflict": conflict}
    return render(request, "office/clients/field.html", context)


def _form_of_one(request: Request, client: Client, name: str) -> ClientForm:
    form = ClientForm(request.POST or None, user=request.user, client=client)
    for other in [other for other in form.fields if other != name]:
        del form.fields[other]
    return form


def _plain(value: Any) -> str:
    """A value as the page carries it."""
    if isinstance(value, forms.Field) or value is None:
        return ""
    return str(getattr(value, "pk", value))
