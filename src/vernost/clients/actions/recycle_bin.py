from datetime import datetime, timedelta

from django.db import transaction

from vernost.clients.models import Client

KEPT_FOR = timedelta(days=30)


def empty_recycle_bin(*, at: datetime) -> int:
    """Deletes for good what has lain in the recycle bin for 30 days, and returns how many clients went.

    A merged client stays: its row tells where the history went.
    """
    with transaction.atomic():
        old = Client.objects.filter(deleted_at__lt=at - KEPT_FOR, merged_into=None, merged=None)
        count = old.count()
        old.delete()
    return count
