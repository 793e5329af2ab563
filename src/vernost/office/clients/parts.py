"""People, competitors and potential of a client: written in and changed from the card."""

from django import forms
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vernost.clients.actions.competitor import estimate_competitor_by_name
from vernost.clients.actions.contact import change_contact, create_contact, remove_contact
from vernost.clients.actions.potential import create_potential
from vernost.clients.models import Client, Contact
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.queries.company import company
from vernost.office.clients.parts_forms import CompetitorForm, ContactForm, PotentialForm
from vernost.office.shell.access import client_for
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_http_methods(["GET", "POST"])
def new_contact(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        create_contact(client=client, by=request.user, at=now(), face=Face.WEB, **form.cleaned_data)
        return _saved(request, client)
    return _page(request, client, form, _("New person"))


@require_http_methods(["GET", "POST"])
def edit_contact(request: Request, pk: int, contact_pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    contact = _contact_of(client, contact_pk)
    form = ContactForm(
        request.POST or None, initial={name: getattr(contact, name) for name in ContactForm.base_fields}
    )
    seen = Seen(request, form, contact)
    if seen.write(
        lambda values: change_contact(contact=contact, by=request.user, at=now(), face=Face.WEB, **values)
    ):
        return _saved(request, client)
    return _page(request, client, form, contact.name, seen=seen)


@require_POST
def delete_contact(request: Request, pk: int, contact_pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    contact = _contact_of(client, contact_pk)
    run = f"contact-{contact.pk}-{now():%Y%m%d%H%M%S%f}"
    remove_contact(contact=contact, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("%(name)s is taken off the card.") % {"name": contact.name}, undo_run=run)
    return redirect(client)


@require_http_methods(["GET", "POST"])
def new_competitor(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = CompetitorForm(request.POST or None, initial={"estimated_on": today()})
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        known, fresh = data.pop("competitor"), data.pop("new_name")
        try:
            estimate_competitor_by_name(
                client=client,
                name=known.name if known else fresh,
                by=request.user,
                at=now(),
                face=Face.WEB,
                **data,
            )
        except IntegrityError:
            form.add_error("estimated_on", _("There is an estimate of this competitor from this day."))
        else:
            return _saved(request, client)
    return _page(request, client, form, _("Competitor at the client"))


@require_http_methods(["GET", "POST"])
def new_potential(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = PotentialForm(
        request.POST or None, initial={"estimated_on": today(), "currency": company().currency}
    )
    if request.method == "POST" and form.is_valid():
        try:
            create_potential(client=client, by=request.user, at=now(), face=Face.WEB, **form.cleaned_data)
        except IntegrityError:
            form.add_error("estimated_on", _("There is an estimate from this day."))
        else:
            return _saved(request, client)
    return _page(request, client, form, _("What the client could spend"))


def _contact_of(client: Client, pk: int) -> Contact:
    contact = client.contacts.filter(pk=pk, deleted_at=None).first()
    if contact is None:
        raise Http404
    return contact


def _saved(request: Request, client: Client) -> HttpResponse:
    toast(request, _("Saved."))
    return redirect(client)


def _page(
    request: Request, client: Client, form: forms.Form, title: str, *, seen: Seen | None = None
) -> HttpResponse:
    back = client.get_absolute_url()
    context = {"form": form, "seen": seen, "title": title, "subtitle": client.name, "back": back}
    return render(request, "office/shell/form.html", context)
