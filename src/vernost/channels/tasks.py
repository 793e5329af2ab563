"""Background work of the channels."""

from datetime import datetime

from django.conf import settings
from django.tasks import task

from vernost.channels.actions.fetching import fetch_letters
from vernost.channels.queries.mailbox import due
from vernost.core.clock import now
from vernost.core.jobs.schedule import every_few_minutes


@task
def fetch_mail() -> dict[str, int]:
    """Reads every mailbox whose time has come. The result is {"letters": how many were kept}."""
    return {"letters": sum(fetch_letters(mailbox=mailbox, at=now()) for mailbox in list(due(now())))}


def mail_is_due(at: datetime) -> bool:
    return not settings.VERNOST_DEMO and due(at).exists()


every_few_minutes(fetch_mail, minutes=1, needed=mail_is_due)
