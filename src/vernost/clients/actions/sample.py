"""The invented company goes in one go; what people have added themselves stays."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from vernost.channels.models import Mailbox
from vernost.clients.models import Client, Competitor, MarketingCost, Segment, ServiceLine
from vernost.core.actions.record import change_record
from vernost.core.enums import Face, Verb
from vernost.core.models import AuditEntry, User
from vernost.core.queries.company import company


@dataclass(frozen=True)
class RemovedSample:
    """How many clients went with all their history, and how many people can no longer log in."""

    clients: int
    people: int


def remove_sample(*, by: User, at: datetime, face: Face) -> RemovedSample:
    """Deletes for good every client that is marked as sample, with its history, and the lists that nobody uses then.

    Sample people are switched off: the audit log names them.
    """
    with transaction.atomic():
        clients = Client.objects.filter(is_sample=True)
        count = clients.count()
        Client.objects.filter(is_sample=False, merged_into__is_sample=True).update(merged_into=None)
        clients.filter(merged_into__isnull=False).delete()
        clients.delete()
        Mailbox.objects.filter(is_sample=True).delete()
        MarketingCost.objects.filter(is_sample=True).delete()
        Competitor.objects.filter(is_sample=True, at_clients=None).delete()
        Segment.objects.filter(is_sample=True, clients=None).delete()
        ServiceLine.objects.filter(is_sample=True, orders=None).delete()
        people = User.objects.filter(is_sample=True, is_active=True).exclude(pk=by.pk)
        removed = RemovedSample(clients=count, people=len(people))
        for person in people:
            change_record(record=person, values={"is_active": False}, by=by, at=at, face=face)
        ours = company()
        AuditEntry.objects.create(
            at=at,
            by=by,
            verb=Verb.REMOVED,
            kind=ours._meta.label_lower,
            object_id=1,
            object_name=ours.name,
            changes={f"sample_{name}": [number, 0] for name, number in asdict(removed).items()},
            face=face,
        )
    return removed
