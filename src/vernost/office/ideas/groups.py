"""Working groups: who is in them, and what they have proposed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.ideas.forms import WorkingGroupForm
from vernost.office.ideas.tabs import idea_tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.working_group import (
    change_working_group,
    create_working_group,
    remove_working_group,
)
from vernost.programmes.models import WorkingGroup
from vernost.programmes.queries.working_group import working_groups


@require_GET
@demand(Action.VIEW_CLIENT)
def groups(request: Request) -> HttpResponse:
    may_change = may(request.user, Action.ANSWER_IDEA)
    context = {"groups": working_groups(), "may_change": may_change, "tabs": idea_tabs("working_groups")}
    return render(request, "office/ideas/groups.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.ANSWER_IDEA)
def group(request: Request, pk: int | None = None) -> HttpResponse:
    one = get_object_or_404(WorkingGroup, pk=pk, deleted_at=None) if pk else None
    form = WorkingGroupForm(request.POST or None, initial=_initial(one), group=one)
    seen, run = Seen(request, form, one, _beside), new_run("working-group")

    def save(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, "run": run, **values}
        change_working_group(group=one, **given) if one else create_working_group(**given)

    if seen.write(save):
        toast(request, _("Saved."), undo_run=run)
        return redirect("working_groups")
    context = {
        "form": form, "seen": seen, "group": one, "title": one.name if one else _("New working group"),
        "back": reverse("working_groups"),
    }  # fmt: skip
    return render(request, "office/ideas/group.html", context)


@require_POST
@demand(Action.ANSWER_IDEA)
def remove(request: Request, pk: int) -> HttpResponse:
    one, run = get_object_or_404(WorkingGroup, pk=pk, deleted_at=None), new_run("working-group")
    remove_working_group(group=one, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The working group is dissolved; its ideas stay."), undo_run=run)
    return redirect("working_groups")


def _initial(one: WorkingGroup | None) -> dict[str, Any]:
    return {"name": one.name, "task": one.task, **_beside(one)} if one else {}


def _beside(one: WorkingGroup) -> dict[str, Any]:
    return {"people": User.objects.filter(memberships__group=one, memberships__deleted_at=None)}
