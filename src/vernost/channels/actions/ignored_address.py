from datetime import datetime

from django.db import transaction

from vernost.channels.models import IgnoredAddress, Mailbox
from vernost.core.actions.record import create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


def ignore_address(
    *, mailbox: Mailbox, address: str, by: User, at: datetime, face: Face, run: str = ""
) -> IgnoredAddress:
    """What the address wrote is shown no more, what it will write is not read; once is enough."""
    with transaction.atomic():
        there = IgnoredAddress.objects.filter(mailbox=mailbox, address=address, deleted_at=None).first()
        return there or create_record(
            record=IgnoredAddress(mailbox=mailbox, address=address), by=by, at=at, face=face, run=run
        )


def heed_address(
    *, ignored: IgnoredAddress, by: User, at: datetime, face: Face, run: str = ""
) -> IgnoredAddress:
    """What the address wrote before is shown again, what it writes from now on is read."""
    return remove_record(record=ignored, by=by, at=at, face=face, run=run)
