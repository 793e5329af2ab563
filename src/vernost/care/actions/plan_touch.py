"""Actions of development plans as touches: made, brought in line, taken away. Nobody plans them; people did."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from vernost.assessment.models import ClientAssessment
from vernost.care.enums import SATISFIED_BY, TouchState
from vernost.care.models import Touch
from vernost.core.enums import Face
from vernost.programmes.actions.plan_action import finish_plan_action
from vernost.programmes.enums import AS_CONTACT, LIVE, ActionState
from vernost.programmes.models import PlanAction
from vernost.voice.enums import Outcome
from vernost.voice.models import Interaction

# A contact so long before the day is the one that was meant; so long after it the promise is late.
_EARLY, _LATE = timedelta(days=10), timedelta(days=7)
_STATES = {
    ActionState.PLANNED: TouchState.PLANNED,
    ActionState.DONE: TouchState.DONE,
    ActionState.DROPPED: TouchState.SKIPPED,
}


def keep_plan_touches(*, client_ids: Collection[int]) -> None:
    """Each action of a running plan has its touch, with the doer and the day of the action; what no plan asks for any
    more goes. What is closed stays for plan and fact.
    """
    with transaction.atomic():
        asked = list(
            PlanAction.objects.filter(
                client__in=client_ids, deleted_at=None, plan__deleted_at=None, plan__state__in=LIVE
            )
        )
        there = {one.action_id: one for one in Touch.objects.filter(action__client__in=client_ids)}
        worth = dict(
            ClientAssessment.objects.filter(client__in=client_ids).values_list("client", "revenue_window")
        )
        for action in asked:
            touch = there.get(action.pk)
            # What was closed before it ever was a touch needs none.
            if touch is not None or action.state == ActionState.PLANNED:
                _bring_in_line(touch or Touch(action=action, worth=worth.get(action.client_id)), action)
        kept = {action.pk for action in asked}
        stale = [one.pk for one in there.values() if one.action_id not in kept]
        Touch.objects.filter(pk__in=stale, state=TouchState.PLANNED).delete()


def _bring_in_line(touch: Touch, action: PlanAction) -> None:
    is_new = touch.pk is None
    closed = _STATES[ActionState(action.state)]
    values = {
        "client_id": action.client_id,
        "contact_id": action.contact_id,
        "person_id": action.person_id,
        "due_on": action.due_on,
        "state": closed,
        "closed_on": action.closed_on,
        "reason": action.note if closed is TouchState.SKIPPED else "",
        # A person chose the day: nobody else moves it.
        "moved": True,
    }
    if is_new:
        # The day that was promised stays, so that plan and fact tell the truth.
        values |= {"slot_on": action.due_on, "latest_on": action.due_on + _LATE}
    if is_new or any(getattr(touch, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(touch, name, value)
        touch.save()


def close_by_contacts(*, client_ids: Collection[int], at: datetime) -> None:
    """A contact of the right kind, with the right person where one is named, does what the plan asked for."""
    open_ones = PlanAction.objects.filter(
        client__in=client_ids, state=ActionState.PLANNED, touch__state=TouchState.PLANNED
    ).select_related("client", "touch")
    for action in open_ones.order_by("due_on", "pk"):
        if not action.is_contact:
            continue
        said = _contact_for(action)
        if said is not None:
            day = localtime(said.at).date()
            note = said.note[:300]
            finish_plan_action(
                action=action, on=day, note=note, said=said, by=said.person, at=at, face=Face.JOB
            )
            Touch.objects.filter(action=action).update(interaction=said)


def _contact_for(action: PlanAction) -> Interaction | None:
    """The first one near the day that has kept no other action."""
    kind = AS_CONTACT[action.kind][0]
    rows = Interaction.objects.filter(
        client=action.client_id,
        deleted_at=None,
        kind__in=SATISFIED_BY.get(kind, (kind,)),
        at__date__gte=action.due_on - _EARLY,
    ).exclude(outcome=Outcome.NO_ANSWER)
    if action.contact_id is not None:
        rows = rows.filter(contact=action.contact_id)
    taken = Touch.objects.filter(client=action.client_id, action__isnull=False, interaction__isnull=False)
    return rows.exclude(pk__in=taken.values("interaction")).order_by("at", "pk").first()
