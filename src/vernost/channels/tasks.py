"""Background work of the channels."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.tasks import task

from vernost.channels.actions.delivery import deliver_letters
from vernost.channels.actions.fetching import fetch_letters
from vernost.channels.actions.mailbox import claim_mailbox
from vernost.channels.followers import tell_of_delivery
from vernost.channels.models import Mailbox
from vernost.channels.queries.mailbox import due
from vernost.channels.queries.outlet import is_something_due
from vernost.core.clock import now
from vernost.core.jobs.ask import ask_once
from vernost.core.jobs.schedule import every_few_minutes
from vernost.core.models import User


@task
def fetch_mail() -> dict[str, int]:
    """Reads every mailbox whose time has come. The result is {"letters": how many were kept}."""
    taken = (mailbox for mailbox in list(due(now())) if claim_mailbox(mailbox=mailbox, at=now()))
    return {"letters": sum(fetch_letters(mailbox=mailbox, at=now()) for mailbox in taken)}


@task
def fetch_one_mailbox(*, mailbox_id: int) -> dict[str, int]:
    """Reads one mailbox now, because somebody asked."""
    mailbox = Mailbox.objects.filter(pk=mailbox_id, deleted_at=None, is_on=True, is_sample=False).first()
    return {"letters": fetch_letters(mailbox=mailbox, at=now()) if mailbox else 0}


@task
def deliver() -> dict[str, Any]:
    """Hands over what is due. The result counts the letters by what became of them."""
    done = deliver_letters(clock=now)
    tell_of_delivery(now())
    return asdict(done)


def mail_is_due(at: datetime) -> bool:
    return not settings.VERNOST_DEMO and due(at).exists()


every_few_minutes(fetch_mail, minutes=1, needed=mail_is_due)
every_few_minutes(deliver, minutes=1, needed=is_something_due)


def request_delivery(by: User | None) -> bool:
    """Enqueues a delivery; False when one waits already, which will see the same letters."""
    return ask_once(deliver, by=by)
