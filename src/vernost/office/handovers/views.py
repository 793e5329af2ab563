"""Handing a client over, the checklist of it, and the list of all."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.handover import (
    ItemsAreOpen,
    UnableToHandOver,
    begin_handover,
    finish_handover,
    take_item,
)
from vernost.care.models import Handover
from vernost.care.queries.handover import counted, may_note, may_take, open_handover, open_things, visible_to
from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.handovers.forms import FinishForm, HandoverForm, TakenForm
from vernost.office.handovers.items import lines_of
from vernost.office.handovers.lists import handover_list, state_badge
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.ui.lists import show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def handovers(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        handover_list(request.user),
        visible_to(request.user),
        template="office/handovers/list.html",
        empty_template="office/handovers/none.html",
        name="hand-overs",
        may_export=may(request.user, Action.EXPORT),
    )


@require_http_methods(["GET", "POST"])
def new_handover(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.HAND_OVER_CLIENT)
    under_way = open_handover(client)
    if under_way is not None:
        return redirect(under_way)
    form = HandoverForm(request.POST or None, user=request.user, on=today(), owner_id=client.owner_id)
    if request.method == "POST" and form.is_valid():
        run, data = new_run("hand-over"), form.cleaned_data
        try:
            begun = begin_handover(client=client, by=request.user, at=now(), face=Face.WEB, run=run, **data)
        except UnableToHandOver:
            form.add_error(
                None, _("The client has no owner, or somebody has begun this meanwhile. Nothing was changed.")
            )
        else:
            text = _("%(client)s passes to %(name)s; what was open went with it.")
            toast(request, text % {"client": client.name, "name": begun.taker.name}, undo_run=run)
            return redirect(begun)
    context = {"client": client, "form": form, "count": sum(1 for _one in open_things(client, today())) + 1}
    return render(request, "office/handovers/new.html", context)


@require_GET
def handover(request: Request, pk: int) -> HttpResponse:
    one = _handover_for(request.user, pk)
    seen = clients_visible_to(request.user).filter(pk=one.client_id).exists()
    items = one.items.filter(deleted_at=None).order_by("place")
    context = {
        "handover": one,
        "seen": seen,
        "lines": lines_of(items, money=may(request.user, Action.VIEW_MONEY), seen=seen),
        "state": state_badge(one),
        "may_take": may_take(request.user, one) and one.finished_on is None,
        "may_note": may_note(request.user, one) and one.finished_on is None,
        "finish_form": FinishForm(),
    }
    return render(request, "office/handovers/handover.html", context)


@require_POST
def take(request: Request, pk: int, item_pk: int) -> HttpResponse:
    """Ticks an item and notes what is to be said of it; who hands over only notes."""
    one = _handover_for(request.user, pk)
    item = one.items.filter(pk=item_pk, deleted_at=None).first()
    if item is None or one.finished_on is not None:
        raise Http404
    if not may_note(request.user, one):
        raise PermissionDenied
    form = TakenForm(request.POST)
    if not form.is_valid():
        toast(request, _("A note has at most 500 characters. Nothing was changed."))
        return redirect(one)
    on = item.taken_on
    if may_take(request.user, one):
        on = (item.taken_on or today()) if form.cleaned_data["taken"] else None
    take_item(
        item=item, on=on, note=form.cleaned_data["note"], by=request.user, at=now(), face=Face.WEB,
        run=new_run("hand-over"),
    )  # fmt: skip
    return redirect(f"{one.get_absolute_url()}#item-{item.pk}")


@require_POST
def finish(request: Request, pk: int) -> HttpResponse:
    one = _handover_for(request.user, pk)
    if not may_take(request.user, one):
        raise PermissionDenied
    form, run = FinishForm(request.POST), new_run("hand-over")
    note = form.cleaned_data["note"] if form.is_valid() else ""
    try:
        finish_handover(handover=one, note=note, by=request.user, at=now(), face=Face.WEB, run=run)
    except ItemsAreOpen as refused:
        text = ngettext(
            "%(count)d item is not taken over yet. Nothing was changed.",
            "%(count)d items are not taken over yet. Nothing was changed.",
            len(refused.items),
        )
        toast(request, text % {"count": len(refused.items)})
    else:
        toast(request, _("The hand-over is finished."), undo_run=run)
    return redirect(one)


def _handover_for(user: User, pk: int) -> Handover:
    found = counted(visible_to(user)).filter(pk=pk).select_related("client", "giver", "taker", "introduction")
    one = found.first()
    if one is None:
        raise Http404
    return one
