from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.clients.actions.client import (
    change_client,
    change_clients,
    create_client,
    remove_client,
)
from vernost.clients.queries.client import reachable_by, visible_to
from vernost.clients.queries.segment import segment_choices
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.clients.forms import ClientForm, MassEdit
from vernost.office.clients.lists import client_list
from vernost.office.clients.marked import fields_for_marked
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.saved_views import shown_views
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.ui.lists import selected, show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def clients(request: Request) -> HttpResponseBase:
    may_hand_over = may(request.user, Action.HAND_OVER_CLIENT)
    may_change = may(request.user, Action.CHANGE_CLIENT)
    may_write = may(request.user, Action.SEND_MAILING)
    return show_list(
        request,
        client_list(request.user),
        visible_to(request.user),
        template="office/clients/list.html",
        name="clients",
        may_export=may(request.user, Action.EXPORT),
        selectable=may_hand_over or may_change or may_write,
        may_merge=may(request.user, Action.REMOVE_CLIENT),
        may_create=may(request.user, Action.CREATE_CLIENT),
        **fields_for_marked(request.user),
        **shown_views(request, "clients"),
        empty_template="office/clients/none.html",
    )


@require_POST
@demand(Action.CHANGE_CLIENT)
def mass_edit(request: Request) -> HttpResponse:
    """The marked clients, or every result of the filters, get the same values."""
    form = MassEdit(request.POST, segments=segment_choices())
    chosen = selected(
        client_list(request.user),
        reachable_by(request.user, Action.CHANGE_CLIENT),
        request.GET,
        request.POST,
    )
    count = chosen.count()
    values = form.values() if form.is_valid() else {}
    if not values or not count:
        toast(request, _("Mark clients and say what to write. Nothing was changed."))
    else:
        run = change_clients(clients=chosen, by=request.user, at=now(), face=Face.WEB, **values)
        text = ngettext("%(count)d client changed.", "%(count)d clients changed.", count)
        toast(request, text % {"count": count}, undo_run=run)
    return redirect(f"/clients/?{request.GET.urlencode()}")


@require_http_methods(["GET", "POST"])
@demand(Action.CREATE_CLIENT)
def new_client(request: Request) -> HttpResponse:
    form = ClientForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        client = create_client(by=request.user, at=now(), face=Face.WEB, **form.cleaned_data)
        toast(request, _("%(name)s is in the base.") % {"name": client.name})
        return redirect(client)
    context = {"form": form, "title": _("New client"), "back": reverse("clients")}
    return render(request, "office/shell/form.html", context)


@require_http_methods(["GET", "POST"])
def edit_client(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = ClientForm(request.POST or None, user=request.user, client=client)
    seen = Seen(request, form, client)
    if seen.write(
        lambda values: change_client(client=client, by=request.user, at=now(), face=Face.WEB, **values)
    ):
        toast(request, _("Saved."))
        return redirect(client)
    context = {"form": form, "seen": seen, "title": client.name, "back": client.get_absolute_url()}
    return render(request, "office/shell/form.html", context)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.REMOVE_CLIENT)
    run = f"remove-{client.pk}-{now():%Y%m%d%H%M%S}"
    remove_client(client=client, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("%(name)s is in the recycle bin for 30 days.") % {"name": client.name}, undo_run=run)
    return redirect("clients")
