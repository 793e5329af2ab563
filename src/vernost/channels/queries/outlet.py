from datetime import datetime

from django.db.models import Count

from vernost.channels.enums import LetterState
from vernost.channels.models import Letter, OutletState


def outlet_state() -> OutletState:
    return OutletState.objects.get_or_create(pk=1)[0]


def counts_by_state() -> dict[str, int]:
    """How many letters are in each state; states without any are left out."""
    rows = Letter.objects.order_by().values_list("state").annotate(count=Count("pk"))
    return dict(rows)


def is_something_due(at: datetime) -> bool:
    """Whether a letter waits for its moment, or hangs in being sent."""
    queued = Letter.objects.filter(state=LetterState.QUEUED, next_try_at__lte=at)
    return queued.exists() or Letter.objects.filter(state=LetterState.SENDING).exists()
