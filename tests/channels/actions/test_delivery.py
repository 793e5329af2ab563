"""Letters handed to a real server on loopback."""

from datetime import timedelta

import pytest
from django.conf import settings as the_settings
from django.core import mail

from tests.channels.mail_server import free_port, mail_server
from tests.factories.letters import make_letter, make_mailbox
from tests.factories.moments import AT
from vernost.channels.actions.delivery import deliver_letters, settle_cut_off
from vernost.channels.actions.letter import (
    UnableToChangeLetter,
    cancel_letters,
    note_answer,
    queue_letter,
    retry_letter,
    settle_letter,
)
from vernost.channels.enums import LetterKind, LetterState, Trouble, Way
from vernost.channels.models import IncomingLetter, Letter, OutletState
from vernost.channels.outlet import OUTLET
from vernost.core.enums import Face

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def mailers_to(port):
    options = {"host": "127.0.0.1", "port": port, "timeout": 5}
    return {"default": {"BACKEND": OUTLET, "OPTIONS": options}}


@pytest.fixture
def server(settings):
    """A mail server to which this installation really sends."""
    with mail_server() as (taken, port):
        settings.MAILERS = mailers_to(port)
        settings.VERNOST_MAIL_PROBLEM = ""
        settings.DEFAULT_FROM_EMAIL = "office@firm.example"
        yield taken


def letter(address="olga@client.example", **fields):
    values = {
        "kind": LetterKind.PERSONAL,
        "subject": "Hello",
        "text": "Good day",
        "by": None,
        "at": AT,
    } | fields
    return queue_letter(to_address=address, **values)


def deliver(at=AT):
    return deliver_letters(clock=lambda: at)


def cancelled(one):
    return cancel_letters(letters=Letter.objects.filter(pk=one.pk), by=None, at=AT, face=Face.WEB)


def state_of(one):
    one.refresh_from_db()
    return one.state, one.trouble


def test_a_letter_arrives_as_it_was_written(server, anna):
    anna.name = "Анна Орлова"
    anna.save()
    one = letter(
        to_name="Ольга",
        subject="Привет, Ольга",
        text=".начало с точки\n.\nконец",
        by=anna,
        reply_to=anna.email,
    )

    assert deliver().sent == 1

    assert state_of(one) == (LetterState.SENT, "")
    got = server.letters[0]
    assert got["Subject"] == "Привет, Ольга"
    assert got["To"].addresses[0].display_name == "Ольга"
    assert (got["From"].addresses[0].display_name, got["From"].addresses[0].addr_spec) == (
        "Анна Орлова", "office@firm.example",
    )  # fmt: skip
    assert got["Reply-To"] == anna.email
    assert got["Message-ID"] == f"<{one.message_id}>"
    assert got.get_content().splitlines() == [".начало с точки", ".", "конец"]


def test_nothing_is_sent_a_second_time(server):
    letter()
    letter(dedupe_key="once")
    letter(dedupe_key="once")

    assert [deliver().sent, deliver(AT + HOUR).sent] == [2, 0]
    assert len(server.letters) == 2


def test_a_cancelled_letter_stays_here(server):
    one = letter()
    assert cancelled(one) == 1

    deliver()
    assert (server.letters, state_of(one)) == ([], (LetterState.CANCELLED, ""))


def test_a_letter_cancelled_while_its_body_is_sent_does_not_leave(server, monkeypatch):
    one = letter()
    from vernost.channels.actions import delivery  # noqa: PLC0415 (patched here alone)

    take = delivery._take

    def cancel_and_take(*given):
        cancelled(one)
        take(*given)

    monkeypatch.setattr(delivery, "_take", cancel_and_take)
    deliver()

    assert (server.letters, state_of(one)) == ([], (LetterState.CANCELLED, ""))


def test_a_recipient_refused_for_good_is_a_failure_with_the_servers_words(server, director):
    server.refused["gone@client.example"] = "550 no such person"
    gone, there = letter("gone@client.example"), letter()

    done = deliver()

    assert (done.sent, done.failed) == (1, 1)
    assert (state_of(gone), gone.server_said) == (
        (LetterState.FAILED, Trouble.RECIPIENT),
        "550 no such person",
    )
    assert state_of(there) == (LetterState.SENT, "")

    server.refused.clear()
    retry_letter(letter=gone, by=director, at=AT, face=Face.WEB)
    assert deliver().sent == 1


def test_a_busy_server_is_asked_again_later_and_in_the_end_no_more(server):
    server.answers["olga@client.example"] = "451 come back later"
    one = letter()

    assert deliver().put_off == 1
    assert (state_of(one), one.attempts) == ((LetterState.QUEUED, Trouble.BUSY), 1)
    assert deliver().put_off == 0, "not before its time"
    assert deliver(AT + timedelta(days=3)).failed == 1
    assert state_of(one) == (LetterState.FAILED, Trouble.TIRED)


def test_a_silent_server_that_has_the_letter_leaves_it_unsure(server, settings, director):
    settings.MAILERS["default"]["OPTIONS"]["timeout"] = 0.5
    server.hold.set()
    one = letter()

    deliver()
    server.hold.clear()

    assert state_of(one) == (LetterState.UNSURE, Trouble.CUT_OFF)
    assert deliver(AT + HOUR).sent == 0, "never sent again by itself"
    settle_letter(letter=one, arrived=True, by=director, at=AT, face=Face.WEB)
    assert (state_of(one), one.sent_at) == ((LetterState.SENT, ""), one.sending_at)


def test_an_unsure_letter_may_be_written_anew(server, director):
    one = cut_off()

    anew = settle_letter(letter=one, arrived=False, by=director, at=AT, face=Face.WEB)

    assert state_of(one) == (LetterState.FAILED, Trouble.AGAIN)
    assert anew.message_id != one.message_id
    assert deliver().sent == 1
    with pytest.raises(UnableToChangeLetter):
        settle_letter(letter=one, arrived=False, by=director, at=AT, face=Face.WEB)
    with pytest.raises(UnableToChangeLetter):
        retry_letter(letter=one, by=director, at=AT, face=Face.WEB)


def test_an_answer_says_that_it_arrived(db):
    one = cut_off()

    note_answer(message_id=f"<{one.message_id}>", at=AT + HOUR)
    note_answer(message_id=f"<{one.message_id}>", at=AT + 2 * HOUR)

    assert (state_of(one), one.answered_at) == ((LetterState.SENT, ""), AT + HOUR)


def test_a_copy_in_a_mailbox_says_that_it_was_taken(anna):
    one = cut_off()

    with pytest.raises(IncomingLetter.DoesNotExist):  # what we wrote is not kept a second time
        make_letter(make_mailbox(anna), one.to_address, way=Way.OUT, Message_ID=f"<{one.message_id}>")

    assert state_of(one) == (LetterState.SENT, "")


def cut_off():
    one = letter()
    Letter.objects.filter(pk=one.pk).update(
        state=LetterState.UNSURE, trouble=Trouble.CUT_OFF, sending_at=AT, claim="x"
    )
    one.refresh_from_db()
    return one


def test_what_is_being_sent_is_given_the_servers_time(settings):
    settings.VERNOST_MAIL_TIMEOUT = 60
    one = letter()
    Letter.objects.filter(pk=one.pk).update(state=LetterState.SENDING, trouble="", sending_at=AT)

    assert settle_cut_off(at=AT + timedelta(seconds=60)) == 0
    assert settle_cut_off(at=AT + timedelta(seconds=70)) == 1


def test_an_unreachable_server_is_left_alone_for_a_while(settings):
    settings.MAILERS, settings.VERNOST_MAIL_PROBLEM = mailers_to(free_port()), ""
    one = letter()

    assert "refused" in deliver().error.lower()
    state = OutletState.objects.get()
    assert (state.failures, state.next_try_at) == (1, AT + timedelta(minutes=1))
    assert deliver().error == "", "not tried before its time"
    assert deliver(AT + timedelta(minutes=1)).error
    assert OutletState.objects.get().next_try_at == AT + timedelta(minutes=3)
    assert state_of(one) == (LetterState.QUEUED, "")


class TestWhereNothingIsSent:
    """The only place that decides is channels/outlet.py."""

    def test_a_test_run_holds_every_letter(self):
        assert the_settings.MAILERS["default"]["BACKEND"] != OUTLET
        one = letter()

        assert state_of(one) == (LetterState.HELD, Trouble.TRIAL)
        assert (deliver().sent, mail.outbox) == (0, [])

    def test_a_demo_holds_every_letter(self, server, settings):
        waiting = letter()
        settings.VERNOST_DEMO = True
        fresh = letter()

        assert deliver().held == 1
        assert {state_of(waiting), state_of(fresh)} == {(LetterState.HELD, Trouble.DEMO)}
        assert server.letters == []

    def test_a_letter_of_the_sample_company_is_held_in_a_real_installation(self, server):
        one, real = letter(is_sample=True), letter()

        deliver()

        assert state_of(one) == (LetterState.HELD, Trouble.SAMPLE)
        assert state_of(real) == (LetterState.SENT, "")

    def test_without_a_mail_server_letters_wait(self, settings):
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
        settings.VERNOST_MAIL_PROBLEM = "absent"
        one = letter()

        deliver()
        assert state_of(one) == (LetterState.QUEUED, "")
