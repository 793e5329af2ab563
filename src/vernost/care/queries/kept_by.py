"""Which contact kept which promise."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import batched

from django.utils.timezone import localtime

from vernost.care.models import Touch
from vernost.care.queries.rule import keeps_promise
from vernost.core.days import midnight
from vernost.voice.models import Interaction

_AT_ONCE = 300


def interactions_that_kept(touches: Sequence[Touch], days: Mapping[int, date]) -> dict[int, int]:
    """Touch -> the last contact of the right kind on the day given for it."""
    found: dict[int, int] = {}
    for batch in batched(touches, _AT_ONCE):
        first = min(days[touch.pk] for touch in batch)
        since = midnight(first) - timedelta(days=1)
        rows = Interaction.objects.filter(
            client__in={touch.client_id for touch in batch}, deleted_at=None, at__gte=since
        ).order_by("at", "pk")
        said: dict[tuple[int, date], list[Interaction]] = {}
        for one in rows:
            said.setdefault((one.client_id, localtime(one.at).date()), []).append(one)
        for touch in batch:
            for one in said.get((touch.client_id, days[touch.pk]), ()):
                if touch.rule and keeps_promise(touch.rule, one.kind, one.channel):
                    found[touch.pk] = one.pk
    return found
