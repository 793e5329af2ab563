"""Background work of care."""

from datetime import date, datetime
from typing import Any

from django.tasks import task

from vernost.care.actions.client_letter import log_sent_letters
from vernost.care.actions.digest import send_digests
from vernost.care.actions.handover import begin_handovers
from vernost.care.actions.mailing import write_mailing
from vernost.care.actions.planning import plan_touches
from vernost.care.enums import MailingState
from vernost.care.models import ClientLetter, Mailing
from vernost.channels.enums import LetterState
from vernost.channels.tasks import request_delivery
from vernost.clients.models import Client
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.jobs.ask import ask_for
from vernost.core.jobs.schedule import every_few_minutes, every_night
from vernost.core.models import User


@task
def plan_all_touches(*, by_id: int | None = None) -> dict[str, Any]:
    """Plans the touches of all clients. The result is {"planning": number}."""
    by = User.objects.filter(pk=by_id).first() if by_id else None
    return {"planning": plan_touches(by=by, at=now(), as_of=today(), clock=now).pk}


# After the assessment, whose groups and stages the rules ask for.
every_night(plan_all_touches, hour=4)


@task
def send_todays_digests() -> dict[str, int]:
    """The result is {"digests": how many}."""
    return {"digests": send_digests(as_of=today(), at=now())}


# Before people come to work, after the night's assessment and planning.
every_night(send_todays_digests, hour=7)


@task
def write_letters() -> dict[str, int]:
    """Writes what mailings release, and notes as contacts what was sent. The result is {"letters": number}."""
    count = 0
    for mailing in Mailing.objects.filter(state=MailingState.WRITING).order_by("pk"):
        count += write_mailing(mailing=mailing, at=now())
    log_sent_letters(at=now())
    return {"letters": count}


def _letters_wait(at: datetime) -> bool:
    unlogged = ClientLetter.objects.filter(logged_at=None, letter__state=LetterState.SENT)
    return Mailing.objects.filter(state=MailingState.WRITING).exists() or unlogged.exists()


every_few_minutes(write_letters, minutes=1, needed=_letters_wait)


def request_letters(by: User | None) -> None:
    """Enqueues the writing of released mailings and the delivery after it."""
    ask_for(write_letters, by=by)
    request_delivery(by)


@task
def hand_over_many(
    *, client_ids: list[int], to_id: int, reason: str, introduce_on: str, by_id: int, run: str
) -> dict[str, int]:
    """Of clients of whom there are too many to wait for. The result is {"passed": number, "left": number}."""
    clients = Client.objects.filter(pk__in=client_ids, deleted_at=None).select_related("owner").order_by("pk")
    to, by = User.objects.get(pk=to_id), User.objects.get(pk=by_id)
    passed, left = begin_handovers(
        clients=clients.iterator(), to=to, reason=reason, introduce_on=date.fromisoformat(introduce_on), by=by,
        at=now(), face=Face.WEB, run=run,
    )  # fmt: skip
    return {"passed": passed, "left": left}
