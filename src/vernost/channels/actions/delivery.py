"""Hands queued letters over to the mail server, each at most once (docs/decisions/0004-mail-once.md)."""

import secrets
import smtplib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.mail import mailers
from django.db import transaction
from django.db.models import F, Q, QuerySet

from vernost.channels.enums import LetterState, Trouble
from vernost.channels.message import message_of
from vernost.channels.models import Letter, OutletState
from vernost.channels.outlet import stance
from vernost.channels.queries.outlet import outlet_state
from vernost.channels.smtp import Outlet, Unclear
from vernost.core.jobs.progress import report_progress
from vernost.core.queries.company import company

_MINUTE = timedelta(minutes=1)
# Waiting before each further try of a letter that was put off; the last is repeated.
_PAUSES = tuple(minutes * _MINUTE for minutes in (1, 5, 15, 60, 240, 480))
_LONGEST = timedelta(days=2)
_LONGEST_PAUSE = 60
_BATCH = 100
# Answers of a server from here on are not worth asking again.
_FOR_GOOD = 500
# Beyond the time for which an answer of the server is waited for.
_MARGIN = timedelta(seconds=5)


class _TakenByAnother(Exception):
    """Another worker hands this letter over, or a person cancelled it: it is not ended here."""


@dataclass
class Delivered:
    sent: int = 0
    put_off: int = 0
    failed: int = 0
    unsure: int = 0
    held: int = 0
    error: str = ""


def secret_hash(*, secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def deliver_letters(*, clock: Callable[[], datetime]) -> Delivered:
    """Sends what is due. Safe to be killed at any moment and to run beside itself: before the end of a letter is sent,
    its row is turned from queued to being sent by one statement, which only one can do.
    """
    done = Delivered(unsure=settle_cut_off(at=clock()))
    here = stance()
    held = Letter.objects.filter(state=LetterState.QUEUED)
    done.held = held.filter(is_sample=True).update(state=LetterState.HELD, trouble=Trouble.SAMPLE)
    if here.hold:
        done.held += held.update(state=LetterState.HELD, trouble=here.hold)
    next_try_at = outlet_state().next_try_at
    if not here.is_open or (next_try_at is not None and next_try_at > clock()):
        return done
    outlet = mailers.default
    if isinstance(outlet, Outlet):
        try:
            _deliver_all(outlet, done, clock)
        finally:
            _leave(outlet)
    return done


def settle_cut_off(*, at: datetime) -> int:
    """Letters whose worker stopped between the last word and the server's answer: nobody here can know. They wait for a
    person, or for an answer that names them, and are never sent again by themselves.
    """
    patience = timedelta(seconds=settings.VERNOST_MAIL_TIMEOUT) + _MARGIN
    hanging = Letter.objects.filter(state=LetterState.SENDING, sending_at__lt=at - patience)
    return hanging.update(state=LetterState.UNSURE, trouble=Trouble.CUT_OFF)


def _deliver_all(outlet: Outlet, done: Delivered, clock: Callable[[], datetime]) -> None:
    total = _due(clock()).count()
    sender = company().name
    for number, letter in enumerate(_letters(clock), start=1):
        try:
            outlet.open()
            _deliver(outlet, letter, letter.person.name if letter.person else sender, done, clock)
        except (OSError, smtplib.SMTPException) as error:
            done.error = _note_failure(error, clock())
            return
        report_progress(number, max(number, total))


def _due(at: datetime) -> QuerySet[Letter]:
    return Letter.objects.filter(state=LetterState.QUEUED, next_try_at__lte=at)


def _letters(clock: Callable[[], datetime]) -> Iterator[Letter]:
    """What is due, oldest first; a letter that was not ended is met again when the whole queue was looked through."""
    last = 0
    while batch := list(_due(clock()).filter(pk__gt=last).select_related("person").order_by("pk")[:_BATCH]):
        yield from batch
        last = batch[-1].pk


def _deliver(
    outlet: Outlet, letter: Letter, sender: str, done: Delivered, clock: Callable[[], datetime]
) -> None:
    claim, secret = secrets.token_hex(16), secrets.token_urlsafe(32)

    try:
        outlet.hand_over(
            message_of(letter, sender_name=sender, secret=secret),
            lambda: _take(letter, claim, secret, clock()),
        )
    except _TakenByAnother:
        outlet.drop()
    except Unclear as error:
        _end(letter, claim, state=LetterState.UNSURE, trouble=Trouble.CUT_OFF, server_said=_short(error))
        done.unsure += 1
    except ValueError as error:
        _end(letter, claim, state=LetterState.FAILED, trouble=Trouble.ADDRESS, server_said=_short(error))
        done.failed += 1
    except smtplib.SMTPSenderRefused:
        # Nothing is wrong with the letter; whoever runs the installation has to mend it.
        raise
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
        _refused(letter, claim, error, done, clock())
    except OSError as error:
        # The line broke before the end was sent: the server has forgotten the letter.
        outlet.drop()
        _refused(letter, claim, error, done, clock())
    else:
        with transaction.atomic():
            moment = clock()
            _end(letter, claim, state=LetterState.SENT, sent_at=moment, trouble="", server_said="")
            OutletState.objects.filter(pk=1).update(last_success_at=moment, failures=0, next_try_at=None)
        done.sent += 1


def _take(letter: Letter, claim: str, secret: str, at: datetime) -> None:
    """Whom the database gives the letter may send its end: committed before a single dot leaves."""
    taken = Letter.objects.filter(pk=letter.pk, state=LetterState.QUEUED).update(
        state=LetterState.SENDING, claim=claim, sending_at=at, attempts=F("attempts") + 1,
        unsubscribe_hash=secret_hash(secret=secret) if letter.unsubscribable else None,
        trouble="", server_said="",
    )  # fmt: skip
    if not taken:
        raise _TakenByAnother


def _end(letter: Letter, claim: str, **values: object) -> None:
    """Writes how it ended, unless another worker has the letter by now."""
    ours = Q(state=LetterState.QUEUED) | Q(state__in=(LetterState.SENDING, LetterState.UNSURE), claim=claim)
    Letter.objects.filter(ours, pk=letter.pk).update(**values)


def _refused(letter: Letter, claim: str, error: OSError, done: Delivered, at: datetime) -> None:
    """The server has certainly not got it: for good (5xx), or to be tried again later."""
    code, trouble = _verdict(error)
    said, for_good = _short(error), code >= _FOR_GOOD
    if for_good or at - letter.created_at >= _LONGEST:
        done.failed += 1
        why = trouble if for_good else Trouble.TIRED
        _end(letter, claim, state=LetterState.FAILED, trouble=why, server_said=said)
        return
    done.put_off += 1
    pause = _PAUSES[min(letter.attempts, len(_PAUSES) - 1)]
    _end(
        letter, claim, state=LetterState.QUEUED, trouble=Trouble.BUSY, server_said=said,
        attempts=letter.attempts + 1, next_try_at=at + pause,
    )  # fmt: skip


def _verdict(error: OSError) -> tuple[int, Trouble]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()))[0], Trouble.RECIPIENT
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code, Trouble.REFUSED
    return 0, Trouble.BUSY


def _note_failure(error: Exception, at: datetime) -> str:
    """The server cannot be reached or does not let us in: nothing is tried for a while, no letter is to blame."""
    state = outlet_state()
    state.failures += 1
    state.last_error, state.last_error_at = _short(error), at
    state.next_try_at = at + min(2 ** (state.failures - 1), _LONGEST_PAUSE) * _MINUTE
    state.save(update_fields=["failures", "last_error", "last_error_at", "next_try_at"])
    return state.last_error


def _leave(outlet: Outlet) -> None:
    with suppress(OSError, smtplib.SMTPException):
        outlet.close()
    outlet.drop()


def _said(code: int, said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return _clean(f"{code} {words}")


def _short(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _said(*next(iter(error.recipients.values())))
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error.smtp_code, error.smtp_error)
    return _clean(str(error) or type(error).__name__)


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:300]


def forget_pause() -> None:
    """The next delivery tries at once, however the last one went."""
    OutletState.objects.filter(pk=1).update(next_try_at=None)
