"""The plan against dependence on one client: written, changed, closed."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vernost.assessment.actions.dependence_plan import (
    change_dependence_plan,
    close_dependence_plan,
    create_dependence_plan,
)
from vernost.assessment.models import DependencePlan
from vernost.assessment.queries.dependence import open_plans
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.economics.forms import ClosePlanForm, PlanForm
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
def dependence_plan(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    plan = _open_plan(client)
    initial = (
        {name: getattr(plan, name) for name in PlanForm.base_fields} if plan else {"owner": request.user}
    )
    form = PlanForm(request.POST or None, initial=initial)
    seen = Seen(request, form, plan)

    def save(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, **values}
        if plan:
            change_dependence_plan(plan=plan, **given)
        else:
            create_dependence_plan(client=client, **given)

    if seen.write(save):
        toast(request, _("Saved."))
        return redirect("dependence")
    context = {
        "form": form,
        "seen": seen,
        "client": client,
        "plan": plan,
        "closing": ClosePlanForm(),
        "past": DependencePlan.objects.filter(client=client, closed_on__isnull=False, deleted_at=None)
        .select_related("owner")
        .order_by("-closed_on"),
    }
    return render(request, "office/economics/plan.html", context)


@require_POST
def close_plan(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    plan, form = _open_plan(client), ClosePlanForm(request.POST)
    if plan is None:
        raise Http404
    if not form.is_valid():
        toast(request, _("Say in a line what came of the plan; it stays open."))
        return redirect(plan)
    outcome = form.cleaned_data["outcome"]
    run = f"plan-{plan.pk}-{now():%Y%m%d%H%M%S%f}"
    close_dependence_plan(
        plan=plan, outcome=outcome, on=today(), by=request.user, at=now(), face=Face.WEB, run=run
    )
    toast(request, _("The plan is closed."), undo_run=run)
    return redirect("dependence")


def _open_plan(client: Client) -> DependencePlan | None:
    found: DependencePlan | None = open_plans().filter(client=client).first()
    return found
