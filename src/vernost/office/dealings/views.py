"""An order, an invoice, a payment written in from the card; the gates of the policies stand here."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.assessment.queries.policy import effective_group, policy_of
from vernost.clients.actions.invoice import create_invoice
from vernost.clients.actions.order import create_order
from vernost.clients.actions.payment import create_payment
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.gates import GateRefused
from vernost.core.queries.company import company
from vernost.office.dealings.forms import InvoiceForm, OrderForm, PaymentForm
from vernost.office.shell.access import client_for
from vernost.office.shell.gate import Refusal, override_of, refusal_of
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

# Where the client has no policy yet.
_USUAL_TERM = 14


@require_http_methods(["GET", "POST"])
def new_order(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = OrderForm(request.POST or None, initial={"ordered_on": today(), "currency": company().currency})

    def save(data: dict[str, Any], run: str) -> None:
        create_order(
            client=client, by=request.user, at=now(), face=Face.WEB, run=run, override=override_of(request), **data
        )  # fmt: skip

    return _answer(request, client, form, save, title=_("New order"), saved=_("The order is written down."))


@require_http_methods(["GET", "POST"])
def new_invoice(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    group = effective_group(client)
    term = policy_of(group).payment_days if group else _USUAL_TERM
    initial = {
        "issued_on": today(),
        "due_on": today() + timedelta(days=term),
        "currency": company().currency,
    }
    form = InvoiceForm(request.POST or None, initial=initial, client=client)

    def save(data: dict[str, Any], run: str) -> None:
        create_invoice(
            client=client, by=request.user, at=now(), face=Face.WEB, run=run, override=override_of(request), **data
        )  # fmt: skip

    return _answer(
        request, client, form, save, title=_("New invoice"), saved=_("The invoice is written down.")
    )


@require_http_methods(["GET", "POST"])
def new_payment(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    initial = {"paid_on": today(), "currency": company().currency}
    form = PaymentForm(request.POST or None, initial=initial, client=client)

    def save(data: dict[str, Any], run: str) -> None:
        create_payment(client=client, by=request.user, at=now(), face=Face.WEB, run=run, **data)

    return _answer(
        request, client, form, save, title=_("New payment"), saved=_("The payment is written down.")
    )


def _answer(
    request: Request,
    client: Client,
    form: forms.Form,
    save: Callable[[dict[str, Any], str], None],
    *,
    title: str,
    saved: str,
) -> HttpResponse:
    """Back to the card when it is saved; else the form, with what was wrong or what the policy says."""
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        run = new_run("dealing")
        try:
            with transaction.atomic():
                save(form.cleaned_data, run)
        except GateRefused as refused:
            refusal = refusal_of(refused, request)
        except IntegrityError:
            form.add_error("number", _("This number is taken at this client."))
        else:
            toast(request, saved, undo_run=run)
            return redirect(client)
    context = {
        "form": form,
        "title": title,
        "subtitle": client.name,
        "back": client.get_absolute_url(),
        "refusal": refusal,
    }
    return render(request, "office/shell/form.html", context)
