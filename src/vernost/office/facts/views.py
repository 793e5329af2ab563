"""What was written down wrongly of a client, mended or taken off; and the page of his invoices and payments."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.gates import GateRefused
from vernost.office.facts.kinds import FACTS, FactKind
from vernost.office.shell.access import client_for, demand, may, may_on
from vernost.office.shell.gate import Refusal, override_of, refusal_of
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.voice.models import Correspondence, Interaction

_MOST = 200


@require_GET
@demand(Action.VIEW_MONEY)
def accounts(request: Request, pk: int) -> HttpResponse:
    """Invoices with what came for them, and payments; the newest first."""
    client = client_for(request.user, pk)
    invoices = client.invoices.filter(deleted_at=None).prefetch_related("payments")
    payments = client.payments.filter(deleted_at=None).select_related("invoice")
    context = {
        "client": client,
        "invoices": [
            (one, sum(paid.amount for paid in one.payments.all() if paid.deleted_at is None))
            for one in invoices.order_by("-issued_on", "-pk")[:_MOST]
        ],
        "payments": payments.order_by("-paid_on", "-pk")[:_MOST],
        "may_change": may_on(request.user, client, Action.CHANGE_CLIENT),
    }
    return render(request, "office/facts/accounts.html", context)


@require_http_methods(["GET", "POST"])
def edit_fact(request: Request, pk: int, kind: str, number: int) -> HttpResponse:
    client, fact, record = _fact_for(request, pk, kind, number)
    own = {column.name: getattr(record, column.attname) for column in record._meta.concrete_fields}
    form = fact.form(request.POST or None, own | fact.beside(record), client, record)
    seen, run = Seen(request, form, record, fact.beside), new_run("fact")
    refusal: Refusal | None = None

    def save(values: dict[str, Any]) -> None:
        more = {"override": override_of(request)} if fact.gated else {}
        fact.change(
            **{fact.name: record}, by=request.user, at=now(), face=Face.WEB, run=run, **more, **values
        )

    try:
        if seen.write(save):
            toast(request, _("Saved."), undo_run=run)
            return redirect(client)
    except GateRefused as refused:
        refusal = refusal_of(refused, request)
    except IntegrityError:
        form.add_error(None, str(fact.taken))
    context = {
        "form": form,
        "seen": seen,
        "title": fact.label,
        "subtitle": client.name,
        "back": client.get_absolute_url(),
        "refusal": refusal,
        "remove_url": reverse("remove_fact", args=[client.pk, kind, number]),
    }
    return render(request, "office/facts/form.html", context)


@require_POST
def delete_fact(request: Request, pk: int, kind: str, number: int) -> HttpResponse:
    client, fact, record = _fact_for(request, pk, kind, number)
    run = new_run("fact")
    fact.remove(**{fact.name: record}, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("%(what)s: taken off.") % {"what": fact.label}, undo_run=run)
    return redirect(client)


def _fact_for(request: Request, pk: int, kind: str, number: int) -> tuple[Client, FactKind, Any]:
    """404 for what is not there; a contact that is a letter is mended where letters are. 403 for sums that the person
    may not see.
    """
    fact = FACTS.get(kind)
    if fact is None:
        raise Http404
    client = client_for(request.user, pk, fact.right)
    if fact.of_money and not may(request.user, Action.VIEW_MONEY):
        raise PermissionDenied
    record = fact.model._default_manager.filter(pk=number, client=client, deleted_at=None).first()
    if isinstance(record, Interaction) and Correspondence.objects.filter(interaction=record).exists():
        raise Http404
    if record is None:
        raise Http404
    return client, fact, record
