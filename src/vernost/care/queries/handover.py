"""What is open at a client, and the hand-overs that a person sees."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from vernost.assessment.enums import Answer, TaskState
from vernost.assessment.models import Case, DependencePlan, Question, ReviewItem, Task
from vernost.care.enums import OPEN_ENDINGS, HandoverKind, PromiseState, TouchState
from vernost.care.models import Ending, Handover, Touch
from vernost.care.queries.payment_promise import promises_of
from vernost.clients.models import Client, Contact
from vernost.clients.queries import client as client_queries
from vernost.clients.queries.debt import debts_of
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.programmes.enums import UNFINISHED
from vernost.programmes.models import Plan
from vernost.voice.enums import Direction, InteractionKind
from vernost.voice.models import Complaint, Correspondence, Interaction


def visible_to(user: User) -> QuerySet[Handover]:
    """Those of clients that `user` may see, and his own: who hands over sees it until it is finished."""
    rows = Handover.objects.filter(deleted_at=None).exclude(client__in=client_queries.removed())
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return rows
    return rows.filter(
        Q(client__in=client_queries.visible_to(user)) | Q(taker=user) | Q(giver=user, finished_on=None)
    )


def counted(handovers: QuerySet[Handover]) -> QuerySet[Handover]:
    """Each with `item_count` and `taken_count`."""
    live = Q(items__deleted_at=None)
    return handovers.annotate(
        item_count=Coalesce(Count("items", filter=live), 0),
        taken_count=Coalesce(Count("items", filter=live & Q(items__taken_on__isnull=False)), 0),
    )


def may_take(user: User, handover: Handover) -> bool:
    """Who takes over ticks and finishes; so does who may hand the client over."""
    if user.pk == handover.taker_id:
        return True
    return client_queries.reachable_by(user, Action.HAND_OVER_CLIENT).filter(pk=handover.client_id).exists()


def may_note(user: User, handover: Handover) -> bool:
    """Who hands over tells what one has to know of each item."""
    return user.pk == handover.giver_id or may_take(user, handover)


def open_handover(client: Client) -> Handover | None:
    rows = Handover.objects.filter(client=client, finished_on=None, deleted_at=None)
    return rows.select_related("giver", "taker").first()


def open_things(client: Client, as_of: date) -> Iterator[tuple[HandoverKind, int]]:
    """Everything that somebody has to go on with, kind and number of the record, in the order of the checklist."""
    yield HandoverKind.CARD, client.pk
    for kind, rows in _records(client):
        yield from ((kind, number) for number in rows.order_by("pk").values_list("pk", flat=True))
    for promise in promises_of(client, as_of):
        if promise.state in (PromiseState.WAITING, PromiseState.BROKEN):
            yield HandoverKind.PAYMENT, promise.promise.pk
    for debt in debts_of(client, as_of):
        yield HandoverKind.DEBT, debt.invoice.pk
    if Correspondence.objects.filter(client=client, deleted_at=None, shared_at__isnull=False).exists():
        yield HandoverKind.LETTERS, client.pk


def _records(client: Client) -> Iterator[tuple[HandoverKind, QuerySet[Any]]]:
    of: dict[str, Any] = {"client": client}
    live = of | {"deleted_at": None}
    yield HandoverKind.CASE, Case.objects.filter(**live, closed_on=None)
    yield HandoverKind.TASK, Task.objects.filter(**live, state=TaskState.OPEN, case=None)
    yield HandoverKind.TOUCH, Touch.objects.filter(**of, state=TouchState.PLANNED)
    yield (
        HandoverKind.PROMISE,
        Interaction.objects.filter(
            **live, kind=InteractionKind.PROMISE, direction=Direction.OUT, answered_at=None
        ),
    )
    yield HandoverKind.COMPLAINT, Complaint.objects.filter(**live, closed_on=None)
    yield HandoverKind.QUESTION, Question.objects.filter(**of)
    yield (
        HandoverKind.REVIEW,
        ReviewItem.objects.filter(**of, answer=Answer.WAITING, review__finished_at=None),
    )
    yield HandoverKind.PLAN, Plan.objects.filter(**live, state__in=UNFINISHED)
    yield HandoverKind.DEPENDENCE, DependencePlan.objects.filter(**live, closed_on=None)
    yield HandoverKind.ENDING, Ending.objects.filter(**live, state__in=OPEN_ENDINGS)
    yield HandoverKind.CONTACT, Contact.objects.filter(**live, talks_to__isnull=False)
