"""Background work of the voice."""

from django.tasks import task

from vernost.channels.models import Mailbox
from vernost.core.clock import now
from vernost.core.jobs.schedule import every_night
from vernost.voice.actions.correspondence import match_again


@task
def give_letters_again() -> dict[str, int]:
    """Letters of addresses that were written down since they came. The result is {"letters": how many were given}."""
    mailboxes = list(Mailbox.objects.filter(deleted_at=None))
    return {"letters": sum(match_again(mailbox=mailbox, at=now()) for mailbox in mailboxes)}


every_night(give_letters_again, hour=1)
