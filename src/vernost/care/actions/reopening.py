"""A contact that was taken back has kept no promise: what it did is to be done again."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.core.enums import Face
from vernost.programmes.actions.plan_action import reopen_plan_action


def reopen_touches(*, client_ids: Collection[int], at: datetime) -> None:
    """Touches, and the actions of plans behind them, that were closed by contacts which lie in the recycle bin now. As
    with their closing no audit line is written of a touch: the contact has its own.
    """
    undone = Touch.objects.filter(
        client__in=client_ids, state=TouchState.DONE, interaction__deleted_at__isnull=False
    ).select_related("action", "interaction")
    with transaction.atomic():
        found = list(undone)
        numbers = [touch.pk for touch in found]
        Touch.objects.filter(pk__in=numbers).update(
            state=TouchState.PLANNED, closed_on=None, interaction=None
        )
        for touch in found:
            if touch.action is not None and touch.interaction is not None:
                # Told of its action, the plan keeps the touch or, when it is over, lets it go.
                reopen_plan_action(action=touch.action, said=touch.interaction, by=None, at=at, face=Face.JOB)
