from collections.abc import Iterable
from datetime import date
from itertools import batched
from typing import Any

from django.db import transaction

from vernost.assessment.bulk import insert
from vernost.assessment.models import Standing

_BATCH = 500


def move(*, rows: Iterable[tuple[Any, ...]], as_of: date) -> int:
    """Brings the history in line with what was judged on `as_of`: rows are (client, group, stage, loyalty).

    Returns how many clients stand elsewhere than before. What was said of later days is forgotten; who is not among the
    rows (removed, or merged into another) stands nowhere from that day on.
    """
    with transaction.atomic():
        Standing.objects.filter(since_on__gt=as_of).delete()
        Standing.objects.filter(until_on__gt=as_of).update(until_on=None)
        now = {
            client: (since, *where)
            for client, since, *where in Standing.objects.filter(until_on=None).values_list(
                "client_id", "since_on", "group", "stage", "loyalty"
            )
        }
        rows = list(rows)
        moved = [row for row in rows if now.get(row[0], (None,))[1:] != row[1:]]
        over = [row[0] for row in moved if row[0] in now]
        over += now.keys() - {row[0] for row in rows}
        for some in batched(over, _BATCH):
            standing = Standing.objects.filter(client_id__in=some, until_on=None)
            # Judged again on the same day: the earlier answer of that day never held.
            standing.filter(since_on=as_of).delete()
            standing.update(until_on=as_of)
        day = as_of.isoformat()
        insert(
            Standing,
            ("client_id", "group", "stage", "loyalty", "since_on"),
            ((*row, day) for row in moved),
        )
    return len(moved)
