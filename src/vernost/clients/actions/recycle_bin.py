"""What lies in the recycle bin: gone for good after 30 days, or taken out again."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from vernost.clients.models import Client
from vernost.core.actions.record import restore_record
from vernost.core.enums import Face
from vernost.core.kept_columns import bring_columns_in_line
from vernost.core.models import User
from vernost.core.models.base import Removable

KEPT_FOR = timedelta(days=30)
_BATCH = 1000


def empty_recycle_bin(*, at: datetime) -> int:
    """Deletes for good what has lain in the recycle bin for 30 days, records of every kind, and returns how many went.

    A merged client stays: its row tells where the history went. So does what something else still needs.
    """
    before = at - KEPT_FOR
    gone = sum(
        _delete(model._default_manager.filter(deleted_at__lt=before))
        for model in apps.get_models()
        if issubclass(model, Removable) and model is not Client
    )
    return gone + _delete(Client.objects.filter(deleted_at__lt=before, merged_into=None, merged=None))


def restore_removed[T: Removable](*, record: T, by: User, at: datetime, face: Face) -> T:
    """Takes what hangs on a client out of the recycle bin. IntegrityError when its number is taken by now."""
    with transaction.atomic():
        restored = restore_record(record=record, by=by, at=at, face=face)
        bring_columns_in_line({getattr(record, "client_id")}, at)  # noqa: B009 (asked of no common class)
    return restored


def _delete(records: QuerySet[Any]) -> int:
    """A batch at a time, so that neither memory nor the database is held long."""
    count, last = 0, 0
    while numbers := list(records.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_BATCH]):
        count += _delete_some(records.model._default_manager.filter(pk__in=numbers), numbers)
        last = numbers[-1]
    return count


def _delete_some(records: QuerySet[Any], numbers: list[int]) -> int:
    try:
        with transaction.atomic():
            records.delete()
        return len(numbers)
    except ProtectedError:
        if len(numbers) == 1:
            return 0
    half = len(numbers) // 2
    model = records.model._default_manager
    return sum(_delete_some(model.filter(pk__in=some), some) for some in (numbers[:half], numbers[half:]))
