"""Estimates of a client's competitors and potential that were written wrongly: mended, or taken off the card."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vernost.clients.actions.competitor import change_competitor_estimate, remove_competitor_estimate
from vernost.clients.actions.potential import change_potential, remove_potential
from vernost.clients.models import Client, CompetitorAtClient, Potential
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.clients.parts_forms import CompetitorForm, PotentialForm
from vernost.office.shell.access import client_for, demand
from vernost.office.shell.gate import new_run
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
def edit_competitor(request: Request, pk: int, estimate_pk: int) -> HttpResponse:
    client, estimate = _competitor_for(request, pk, estimate_pk)
    names = [name for name in CompetitorForm.base_fields if name != "new_name"]
    initial = {name: getattr(estimate, name) for name in names}
    form = CompetitorForm(request.POST or None, initial=initial, known=True)

    def change(stamp: dict[str, Any]) -> None:
        values: dict[str, Any] = {name: form.cleaned_data[name] for name in form.changed_data}
        change_competitor_estimate(estimate=estimate, **values, **stamp)

    taken = _("There is an estimate of this competitor from this day.")
    remove_url = reverse("remove_competitor", args=[client.pk, estimate.pk])
    return _answer(request, client, form, change, str(estimate.competitor), taken, remove_url)


@require_POST
def delete_competitor(request: Request, pk: int, estimate_pk: int) -> HttpResponse:
    client, estimate = _competitor_for(request, pk, estimate_pk)
    run = new_run("competitor")
    remove_competitor_estimate(estimate=estimate, by=request.user, at=now(), face=Face.WEB, run=run)
    text = _("%(name)s is taken off the card.") % {"name": estimate.competitor.name}
    toast(request, text, undo_run=run)
    return redirect(client)


@require_http_methods(["GET", "POST"])
@demand(Action.VIEW_MONEY)
def edit_potential(request: Request, pk: int, potential_pk: int) -> HttpResponse:
    client, potential = _potential_for(request, pk, potential_pk)
    initial = {name: getattr(potential, name) for name in PotentialForm.base_fields}
    form = PotentialForm(request.POST or None, initial=initial)

    def change(stamp: dict[str, Any]) -> None:
        values: dict[str, Any] = {name: form.cleaned_data[name] for name in form.changed_data}
        change_potential(potential=potential, **values, **stamp)

    taken = _("There is an estimate from this day.")
    remove_url = reverse("remove_potential", args=[client.pk, potential.pk])
    return _answer(request, client, form, change, _("What the client could spend"), taken, remove_url)


@require_POST
@demand(Action.VIEW_MONEY)
def delete_potential(request: Request, pk: int, potential_pk: int) -> HttpResponse:
    client, potential = _potential_for(request, pk, potential_pk)
    run = new_run("potential")
    remove_potential(potential=potential, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The estimate is taken off the card."), undo_run=run)
    return redirect(client)


def _competitor_for(request: Request, pk: int, estimate_pk: int) -> tuple[Client, CompetitorAtClient]:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    rows = client.competitors.filter(pk=estimate_pk, deleted_at=None).select_related("competitor")
    estimate = rows.first()
    if estimate is None:
        raise Http404
    return client, estimate


def _potential_for(request: Request, pk: int, potential_pk: int) -> tuple[Client, Potential]:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    potential = client.potentials.filter(pk=potential_pk, deleted_at=None).first()
    if potential is None:
        raise Http404
    return client, potential


def _answer(
    request: Request,
    client: Client,
    form: forms.Form,
    change: Callable[[dict[str, Any]], None],
    title: str,
    taken: str,
    remove_url: str,
) -> HttpResponse:
    """The form, or the card after `change`; `taken` is what a second estimate of the day is refused with."""
    if request.method == "POST" and form.is_valid():
        run = new_run("estimate")
        try:
            change({"by": request.user, "at": now(), "face": Face.WEB, "run": run})
        except IntegrityError:
            form.add_error("estimated_on", taken)
        else:
            toast(request, _("Saved."), undo_run=run)
            return redirect(client)
    context = {"form": form, "title": title, "client": client, "remove_url": remove_url}
    return render(request, "office/clients/form.html", context)
