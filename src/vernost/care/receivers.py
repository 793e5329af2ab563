"""A contact that was logged keeps promises and begins periods anew; after an import the planning of all does it."""

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localtime

from vernost.care.actions.handover import INTRODUCED
from vernost.care.actions.plan_touch import close_by_contacts, keep_plan_touches
from vernost.care.actions.planning import plan_touches_of
from vernost.care.actions.reopening import reopen_touches
from vernost.care.enums import TouchState
from vernost.care.models import Handover, Touch
from vernost.core.kept_columns import keeps_columns
from vernost.programmes.listeners import after_plans
from vernost.voice.listeners import after_contacts

# For more than these the next planning of all does it, and nobody waits.
_FEW = 200


@keeps_columns
def keep_touches(client_ids: set[int], at: datetime) -> None:
    """What was taken back in a plan is taken back in its touches; what a contact did that was taken back is to be done
    again.
    """
    keep_plan_touches(client_ids=client_ids)
    reopen_touches(client_ids=client_ids, at=at)
    _plan_few(client_ids, at)


@after_plans
def follow_plans(client_ids: Collection[int], at: datetime) -> None:
    keep_plan_touches(client_ids=client_ids)


@after_contacts
def keep_promises(client_ids: Collection[int], at: datetime) -> None:
    reopen_touches(client_ids=client_ids, at=at)
    if len(client_ids) <= _FEW:
        close_by_contacts(client_ids=client_ids, at=at)
    _plan_few(client_ids, at)


@keeps_columns
def drop_introductions(client_ids: set[int], at: datetime) -> None:
    """When a hand-over was taken back, nobody introduces anybody."""
    gone = Handover.objects.filter(client__in=client_ids, deleted_at__isnull=False).values("pk")
    Touch.objects.filter(
        client__in=client_ids, rule__occasion=INTRODUCED, about__in=gone, state=TouchState.PLANNED
    ).delete()


def _plan_few(client_ids: Collection[int], at: datetime) -> None:
    if len(client_ids) <= _FEW:
        plan_touches_of(client_ids=client_ids, as_of=localtime(at).date())
