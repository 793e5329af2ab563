"""On which days clients heard from us unasked: the one account against which the cap of every rule, survey and mailing
is held.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.timezone import get_current_timezone

from vernost.care.enums import UNASKED, TouchState
from vernost.care.models import ClientLetter, Touch
from vernost.channels.enums import LetterState
from vernost.core.days import midnight
from vernost.programmes.enums import AS_CONTACT
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction

_DAY, _YEAR = timedelta(days=1), timedelta(days=365)
# Letters on their way count, though they are not written down as a contact yet.
_ON_THEIR_WAY = (LetterState.QUEUED, LetterState.SENDING, LetterState.UNSURE, LetterState.SENT)


def heard_of(within: Mapping[str, Any], as_of: date) -> dict[int, list[int]]:
    """Client -> the days (ordinals) of the last year: letters and the like, kept touches, letters on their way.

    `within` are lookups of a foreign key to Client: {"client_id__in": […]} or a range.
    """
    days: dict[int, set[int]] = defaultdict(set)
    zone = get_current_timezone()
    told = Interaction.objects.filter(
        **within,
        deleted_at=None,
        direction=Direction.OUT,
        kind__in=UNASKED,
        at__gt=midnight(as_of - _YEAR),
        at__lt=midnight(as_of + _DAY),
    )
    for client, at in told.order_by().values_list("client_id", "at").iterator(10_000):
        days[client].add(at.astimezone(zone).toordinal())
    done = Touch.objects.filter(**within, state=TouchState.DONE, closed_on__gt=as_of - _YEAR)
    for client, on in done.values_list("client_id", "closed_on").iterator(10_000):
        if on is not None:
            days[client].add(on.toordinal())
    # What a plan has promised the client to hear of is not for the rules to move, but it counts.
    coming = Touch.objects.filter(**within, state=TouchState.PLANNED, action__kind__in=AS_CONTACT)
    for client, due in coming.values_list("client_id", "due_on").iterator(10_000):
        days[client].add(due.toordinal())
    leaving = ClientLetter.objects.filter(**within, logged_at=None, letter__state__in=_ON_THEIR_WAY)
    for client in leaving.order_by().values_list("client_id", flat=True).iterator(10_000):
        days[client].add(as_of.toordinal())
    return {client: sorted(found) for client, found in days.items()}
