"""The limits of care: how often is not importunate, how much a person can do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.care.actions.care_settings import change_limits
from vernost.care.queries.care_settings import care_settings, own_capacities
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.queries.user import people_at_work
from vernost.office.care.forms import LimitsForm, capacity_field
from vernost.office.care.tabs import tabs_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_STANDARD)
def care(request: Request) -> HttpResponse:
    people, run = list(people_at_work()), new_run("care")
    form = LimitsForm(request.POST or None, settings=care_settings(), people=people, own=own_capacities())

    def standing(_settings: object) -> dict[str, Any]:
        own = own_capacities()
        return {capacity_field(person): own.get(person.pk) for person in people}

    def save(values: dict[str, Any]) -> None:
        change_limits(
            capacities={one: values.pop(name) for one in people if (name := capacity_field(one)) in values},
            values=values,
            by=request.user,
            at=now(),
            face=Face.WEB,
            run=run,
        )

    seen = Seen(request, form, care_settings(), standing)
    if seen.write(save):
        toast(request, _("Saved. The next planning keeps these limits."), undo_run=run)
        return redirect("care_settings")
    context = {"form": form, "seen": seen, "tabs": tabs_for(request.user, "care_settings")}
    return render(request, "office/care/settings.html", context)
