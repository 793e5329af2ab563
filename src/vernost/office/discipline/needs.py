"""What the discipline track adds to Today: promises broken or due, steps that have had their time, rules that wait."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vernost.assessment.queries.method import method
from vernost.care.enums import PromiseState, Step
from vernost.care.models import Declaration, PaymentPromise, TrackStep
from vernost.care.queries.discipline import PATIENCE, long_taken, steps_due, unacknowledged, visible_to
from vernost.care.queries.payment_promise import KeptPromise, promises_to_watch
from vernost.clients.queries.client import removed
from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.access import Action, Scope, scope_of
from vernost.core.addresses import address
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Prepared
from vernost.ui import formats

_FEW = 20
# Promises among which the unpaid ones are looked for.
_AMONG = 400
_GRAVE_DAYS = 30


def _of_clients[T: Model](rows: QuerySet[T], user: User, owner: User | None) -> QuerySet[T]:
    """Those of clients whom the question is about."""
    if owner is None and scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return rows.exclude(client__in=removed())
    clients = clients_visible_to(user)
    if owner is not None:
        clients = clients.filter(owner=owner)
    return rows.filter(client__in=clients)


@Prepared
def _promised(user: User, owner: User | None, until: date) -> QuerySet[PaymentPromise, Any]:
    mine = _of_clients(PaymentPromise.objects.all(), user, owner)
    due = mine.filter(deleted_at=None, due_on__lte=until).order_by("-due_on", "pk")
    return due.values_list("client_id")[:_AMONG]


@Prepared
def _taken(user: User, owner: User | None, until: date) -> QuerySet[TrackStep]:
    found = visible_to(user)
    if owner is not None:
        found = found.filter(client__owner=owner)
    return long_taken(found, until)[:_FEW]


@Prepared
def _declared(user: User, owner: User | None, until: date) -> QuerySet[Declaration]:
    return unacknowledged(_of_clients(Declaration.objects.all(), user, owner), until)[:_FEW]


@needs_source("promise", lambda: _("promise of payment"))
def promises(question: Question) -> Iterator[Need]:
    """Broken ones, and those that fall due; the longest broken first."""
    if not question.money:
        return
    clients = {client for (client,) in _promised.rows(question.user, question.owner, question.until)}
    found = promises_to_watch(clients, question.on, question.until)[: question.most]
    if not found:
        return
    settings = method()
    rates = {settings.currency: 1.0, **settings.exchange_rates}
    for one in found:
        yield _need_of(one, question.on, rates.get(one.promise.currency))


def _need_of(one: KeptPromise, on: date, rate: float | None) -> Need:
    promise, broken = one.promise, one.state == PromiseState.BROKEN
    said = {
        "sum": formats.money(promise.amount, promise.currency),
        "left": formats.money(one.left, promise.currency),
        "day": formats.day(promise.due_on),
    }
    if broken:
        title, why = (
            _("The promise to pay %(sum)s is broken"),
            _("It was due on %(day)s; %(left)s is missing."),
        )
    else:
        title, why = _("The client promised to pay %(sum)s"), _("By %(day)s; %(left)s is still to come.")
    days = (on - promise.due_on).days
    return Need(
        client_id=promise.client_id,
        client_name=promise.client.name,
        title=title % said,
        why=why % said,
        next_step=_("Call, and take the next step of the discipline track")
        if broken
        else _("Look at the payments"),
        url=address("client_discipline", promise.client_id),
        severity=1 if not broken else 3 if days > _GRAVE_DAYS else 2,
        at_stake=float(one.left) * rate if rate else None,
        due_on=promise.due_on,
    )


@needs_source("track", lambda: _("discipline track"))
def steps(question: Question) -> Iterator[Need]:
    """The longest without a change first."""
    taken = _taken.records(question.user, question.owner, question.until)[: question.most]
    for one in steps_due(taken, question.until):
        due_on = one.step.taken_on + PATIENCE
        said = {"step": one.step.get_step_display(), "day": formats.day(one.step.taken_on)}
        if not one.open:
            title, next_step = _("Everything is paid"), _("Look whether trust is restored")
        elif one.following is None:
            title, next_step = (
                _("The last step has changed nothing"),
                _("Decide whether to go on with this client"),
            )
        else:
            title = _("The next step of the discipline track is due")
            next_step = _("Next: %(step)s") % {"step": Step(one.following).label}
        why = _("“%(step)s” was taken on %(day)s.") % said
        if one.open:
            why += " " + ngettext(
                "%(count)d debt or promise is open.", "%(count)d debts and promises are open.", one.open
            ) % {"count": one.open}
        yield Need(
            client_id=one.step.client_id,
            client_name=one.step.client.name,
            title=title,
            why=why,
            next_step=next_step,
            url=address("client_discipline", one.step.client_id),
            severity=2 if one.open else 1,
            due_on=due_on,
        )


@needs_source("rules", lambda: _("declared rules"))
def rules(question: Question) -> Iterator[Need]:
    """Declared, and not acknowledged for two weeks."""
    for one in _declared.records(question.user, question.owner, question.until)[: question.most]:
        yield Need(
            client_id=one.client_id,
            client_name=one.client.name,
            title=_("The declared rules are not acknowledged"),
            why=_("They were declared on %(day)s.") % {"day": formats.day(one.declared_on)},
            next_step=_("Ask for the signature, and write it down"),
            url=address("client_discipline", one.client_id),
            severity=1,
            due_on=one.declared_on + PATIENCE,
        )
