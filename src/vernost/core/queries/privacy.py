from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from vernost.core.models import AccessEntry, Privacy
from vernost.core.retention import Kept, before, kinds_kept, months_of


@dataclass(frozen=True)
class Due:
    """`count` would go the next night; None when the kind is kept for ever."""

    kept: Kept
    months: int | None
    count: int | None


def privacy() -> Privacy:
    """The rules; unsaved ones that say nothing while nobody has said anything."""
    return Privacy.objects.select_related("changed_by").filter(pk=1).first() or Privacy(pk=1)


def due_to_go(at: datetime) -> list[Due]:
    given = privacy().months
    found = []
    for kept in kinds_kept():
        months = months_of(kept, given)
        found.append(Due(kept, months, None if months is None else kept.count(before(months, at))))
    return found


def accesses() -> QuerySet[AccessEntry]:
    return AccessEntry.objects.all()
