"""The limits of care: how often is not importunate, how much a person can do."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.care.actions.care_settings import change_care_settings, set_capacity
from vernost.care.models import Capacity
from vernost.care.queries.care_settings import care_settings
from vernost.care.tasks import request_planning
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.queries.user import people_at_work
from vernost.office.care.forms import CapacityForm, LimitsForm
from vernost.office.care.tabs import tabs_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_STANDARD)
def care(request: Request) -> HttpResponse:
    people = list(people_at_work())
    own: dict[int, int | None] = dict(Capacity.objects.values_list("person_id", "per_week"))
    limits = LimitsForm(request.POST or None, settings=care_settings())
    capacities = CapacityForm(request.POST or None, people=people, own=own)
    if request.method == "POST" and limits.is_valid() and capacities.is_valid():
        run, at = new_run("care"), now()
        change_care_settings(values=limits.cleaned_data, by=request.user, at=at, face=Face.WEB, run=run)
        for person in people:
            wanted = capacities.cleaned_data[f"person_{person.pk}"]
            if wanted != own.get(person.pk):
                set_capacity(person=person, per_week=wanted, by=request.user, at=at, face=Face.WEB, run=run)
        request_planning(request.user)
        toast(request, _("Saved. The next planning keeps these limits."), undo_run=run)
        return redirect("care_settings")
    context = {"limits": limits, "capacities": capacities, "tabs": tabs_for(request.user, "care_settings")}
    return render(request, "office/care/settings.html", context)
