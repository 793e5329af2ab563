from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.letters.endpoints import whole
from vernost.api.letters.mailing_schemas import (
    ChosenRecipients,
    HowMany,
    MailingChange,
    MailingCounts,
    MailingsAsked,
    MailingShown,
    NewMailing,
    RecipientsAsked,
    RecipientShown,
)
from vernost.api.letters.schemas import FilledLetter, WholeLetterShown
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong, wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.care.actions.client_letter import try_letter
from vernost.care.actions.mailing import (
    BlanksLeft,
    NobodyChosen,
    UnableToChangeMailing,
    cancel_mailing,
    change_mailing,
    draft_mailing,
    put_back,
    release_mailing,
    resume_mailing,
    take_out,
)
from vernost.care.letter_faults import wrong_places
from vernost.care.models import ClientLetter, Mailing
from vernost.care.queries.letter_places import Filled, filled_for
from vernost.care.queries.mailing import counts_of, mailings_of, reachable_mailings, visible_to
from vernost.care.tasks import request_letters
from vernost.channels.tasks import request_delivery
from vernost.clients.queries.client import reachable_by
from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong

operations = Operations("letters")
_TEXTS = ("subject", "body")


@operations.reads("/mailings", right=Action.VIEW_CLIENT, answer=Page[MailingShown])
def list_mailings(request: Request, asked: Query[MailingsAsked]) -> Page[MailingShown]:
    """His own mailings, and those to any client that the token's owner sees."""
    rows = narrowed(mailings_of(request.auth).distinct(), state=asked.state, name__icontains=asked.q or None)
    return page_of(rows, asked, MailingShown)


@operations.creates("/mailings", right=Action.SEND_MAILING, answer=MailingShown)
def draft_a_mailing(request: Request, given: NewMailing) -> Mailing:
    """A draft: `/mailing-recipients` says who gets a letter, and who is held back by consent or by the cap."""
    values = given.model_dump(exclude={"client_ids"})
    refuse_wrong(wrong_places(values, _TEXTS))
    wanted = set(given.client_ids)
    mine = reachable_by(request.auth, Action.SEND_MAILING).filter(pk__in=wanted).order_by("pk")
    numbers = list(mine.values_list("pk", flat=True))
    if len(numbers) != len(wanted):
        raise wrong("body.client_ids", _("One of them is no client, or none that you may write to."))
    return draft_mailing(client_ids=numbers, chosen="", by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/mailings/{mailing_id}", right=Action.VIEW_CLIENT, answer=MailingShown)
def show_mailing(request: Request, mailing_id: Number) -> Mailing:
    """One mailing."""
    return _mailing(request.auth, mailing_id)


@operations.reads("/mailings/{mailing_id}/counts", right=Action.VIEW_CLIENT, answer=MailingCounts)
def count_mailing(request: Request, mailing_id: Number) -> MailingCounts:
    """How many letters it has in which state, and how many clients are held back and why."""
    letters, held = counts_of(_mailing(request.auth, mailing_id))
    return MailingCounts(letters={state or "unwritten": count for state, count in letters.items()}, held=held)


@operations.changes("/mailings/{mailing_id}", right=Action.SEND_MAILING, answer=MailingShown)
def change_a_mailing(request: Request, mailing_id: Number, given: MailingChange) -> Mailing:
    """Writes the values that are sent and no others, in a draft; another purpose judges its clients anew."""
    mailing = _changeable(request.auth, mailing_id)
    standing = standing_of(mailing, given.saw)
    refuse_wrong(wrong_places(given.values, _TEXTS))
    changed: Mailing = _done(
        change_mailing, mailing=mailing, by=request.auth, standing=standing, **given.values
    )
    return changed


@operations.reads("/mailing-recipients", right=Action.VIEW_CLIENT, answer=Page[RecipientShown])
def list_recipients(request: Request, asked: Query[RecipientsAsked]) -> Page[RecipientShown]:
    """Clients of mailings: who gets a letter, who is held back and why."""
    rows: QuerySet[ClientLetter] = visible_to(request.auth).filter(mailing__isnull=False)
    rows = narrowed(rows, mailing=asked.mailing_id)
    if asked.held is not None:
        rows = rows.exclude(hold="") if asked.held else rows.filter(hold="")
    return page_of(rows, asked, RecipientShown)


@operations.reads("/mailings/{mailing_id}/preview", right=Action.VIEW_CLIENT, answer=FilledLetter)
def preview_mailing(request: Request, mailing_id: Number) -> FilledLetter:
    """As the first of its clients would get it."""
    mailing = _mailing(request.auth, mailing_id)
    filled = _as_the_first_gets_it(request.auth, mailing)
    return FilledLetter(
        contact_id=filled.contact.pk if filled.contact else None,
        language=mailing.language,
        subject=filled.subject,
        body=filled.body,
    )


@operations.acts("/mailings/{mailing_id}/try", right=Action.SEND_MAILING, answer=WholeLetterShown)
def try_a_mailing(request: Request, mailing_id: Number) -> WholeLetterShown:
    """A test letter to oneself, as the first of its clients would get it."""
    filled = _as_the_first_gets_it(request.auth, _changeable(request.auth, mailing_id))
    letter = try_letter(subject=filled.subject, body=filled.body, by=request.auth, at=now())
    request_delivery(request.auth)
    return whole(letter)


@operations.acts("/mailings/{mailing_id}/take-out", right=Action.SEND_MAILING, answer=HowMany)
def take_out_of_mailing(request: Request, mailing_id: Number, given: ChosenRecipients) -> HowMany:
    """Takes clients out of a draft."""
    return _counted(request.auth, mailing_id, take_out, **given.model_dump())


@operations.acts("/mailings/{mailing_id}/put-back", right=Action.SEND_MAILING, answer=HowMany)
def put_back_into_mailing(request: Request, mailing_id: Number, given: ChosenRecipients) -> HowMany:
    """Takes back in who was taken out; each is judged as of today."""
    return _counted(request.auth, mailing_id, put_back, **given.model_dump())


@operations.acts("/mailings/{mailing_id}/release", right=Action.SEND_MAILING, answer=MailingShown)
def release_a_mailing(request: Request, mailing_id: Number) -> Mailing:
    """The letters are written and leave after two minutes; until then all can stop."""
    mailing = _changeable(request.auth, mailing_id)
    released: Mailing = _done(release_mailing, mailing=mailing, by=request.auth)
    request_letters(request.auth)
    return released


@operations.acts("/mailings/{mailing_id}/cancel", right=Action.SEND_MAILING, answer=HowMany)
def cancel_a_mailing(request: Request, mailing_id: Number) -> HowMany:
    """What still waits stays here; answers how many letters that are."""
    return _counted(request.auth, mailing_id, cancel_mailing)


@operations.acts("/mailings/{mailing_id}/resume", right=Action.SEND_MAILING, answer=HowMany)
def resume_a_mailing(request: Request, mailing_id: Number) -> HowMany:
    """Takes the cancelling back; answers how many letters wait again."""
    counted = _counted(request.auth, mailing_id, resume_mailing)
    request_letters(request.auth)
    return counted


def _as_the_first_gets_it(person: User, mailing: Mailing) -> Filled:
    rows = mailing.recipients.filter(client__in=clients_visible_to(person)).select_related("client__owner")
    one = rows.order_by("hold", "pk").first()
    if one is None:
        raise Refusal(Code.NOT_FOUND)
    return filled_for(
        one.client, subject=mailing.subject, body=mailing.body, purpose=mailing.purpose,
        language=mailing.language, person=mailing.person, on=today(),
    )  # fmt: skip


def _mailing(person: User, pk: int) -> Mailing:
    return found(mailings_of(person).distinct(), pk)


def _changeable(person: User, pk: int) -> Mailing:
    """Not allowed where he may not write to all of its clients."""
    mailing = _mailing(person, pk)
    if not reachable_mailings(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return mailing


def _counted(person: User, pk: int, action: Callable[..., int], **given: Any) -> HowMany:
    count: int = _done(action, mailing=_changeable(person, pk), by=person, **given)
    return HowMany(count=count)


def _done(action: Callable[..., Any], **given: Any) -> Any:
    try:
        return action(at=now(), face=Face.API, **given)
    except UnableToChangeMailing as moved:
        raise Refusal(Code.CLOSED) from moved
    except (NobodyChosen, BlanksLeft) as refused:
        errors = [Wrong(where="path.mailing_id", what=str(refused))]
        raise Refusal(Code.IMPOSSIBLE, errors=errors) from refused
