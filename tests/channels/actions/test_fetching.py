"""Mailboxes are read from a real server: only what is new, each letter once."""

from datetime import timedelta

import pytest

from tests.channels.conftest import PASSWORD, written
from tests.factories.moments import AT
from vernost.channels.actions import fetching
from vernost.channels.actions.fetching import fetch_letters, try_connection
from vernost.channels.actions.ignored_address import ignore_address
from vernost.channels.actions.mailbox import change_mailbox
from vernost.channels.enums import LetterKind, Problem, Security, Way
from vernost.channels.imap.server import Access, MailboxProblem
from vernost.channels.models import IncomingLetter, Letter, Mailbox, MailFolder
from vernost.channels.queries.mailbox import due
from vernost.core.enums import Face
from vernost.core.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("dovecot")]


def subjects() -> list[str]:
    return list(IncomingLetter.objects.order_by("subject").values_list("subject", flat=True))


def test_letters_come_in_from_both_folders(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, written("First", "Привет"))
    sent = written("Second", From="anna@firm.example", To="ivan@alpha.example", Cc="boris@firm.example")
    mail_server.post(mailbox.login, sent, "Sent")

    assert fetch_letters(mailbox=mailbox, at=AT) == 2

    first, second = IncomingLetter.objects.order_by("subject")
    assert (first.way, first.party, first.sender_name, first.text) == (
        Way.IN,
        "ivan@alpha.example",
        "Ivan",
        "Привет",
    )
    assert (second.way, second.party, second.copies) == (Way.OUT, "ivan@alpha.example", "boris@firm.example")
    assert (mailbox.letter_count, mailbox.last_success_at, mailbox.last_problem) == (2, AT, "")
    assert mailbox.next_try_at == AT + timedelta(minutes=5)


def test_read_again_nothing_changes_and_only_new_ones_come(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, written("First"))
    fetch_letters(mailbox=mailbox, at=AT)

    assert fetch_letters(mailbox=mailbox, at=AT) == 0
    mail_server.post(mailbox.login, written("Second"))
    assert fetch_letters(mailbox=mailbox, at=AT) == 1
    assert subjects() == ["First", "Second"]


def test_cut_off_in_the_middle_the_next_reading_goes_on(mail_server, mailbox_of, anna, monkeypatch):
    mailbox = mailbox_of(anna)
    for number in range(45):
        mail_server.post(mailbox.login, written(f"Letter {number:02}"))
    real, batches = fetching.store_letters, []

    def dies_in_the_second(**given):
        batches.append(len(given["letters"]))
        if len(batches) == 2:
            raise KeyboardInterrupt
        return real(**given)

    monkeypatch.setattr(fetching, "store_letters", dies_in_the_second)
    with pytest.raises(KeyboardInterrupt):
        fetch_letters(mailbox=mailbox, at=AT)
    assert len(subjects()) == 20
    monkeypatch.setattr(fetching, "store_letters", real)

    assert fetch_letters(mailbox=mailbox, at=AT) == 25
    assert len(set(subjects())) == 45


def test_numbering_begun_anew_brings_nothing_twice(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, written("First"))
    fetch_letters(mailbox=mailbox, at=AT)
    MailFolder.objects.filter(mailbox=mailbox, name="INBOX").update(uid_validity=1)
    mail_server.post(mailbox.login, written("Second"))

    assert fetch_letters(mailbox=mailbox, at=AT) == 1
    assert subjects() == ["First", "Second"]


def test_letter_without_a_number_is_the_same_when_read_again(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, written("First", Message_ID=""))
    fetch_letters(mailbox=mailbox, at=AT)
    MailFolder.objects.filter(mailbox=mailbox).update(last_uid=0, uid_validity=1)

    assert fetch_letters(mailbox=mailbox, at=AT) == 0
    assert subjects() == ["First"]


def test_reading_marks_nothing_as_read(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, written("First"))
    fetch_letters(mailbox=mailbox, at=AT)

    with mail_server.open(mailbox.login) as server:
        server.select_folder("INBOX", readonly=True)
        assert server.search("UNSEEN") == [1]


def test_long_letter_is_cut_and_says_so(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    letter = written("With a film", "See the film.")
    letter.add_attachment(b"x" * 3_000_000, maintype="video", subtype="mp4", filename="film.mp4")
    mail_server.post(mailbox.login, letter)
    fetch_letters(mailbox=mailbox, at=AT)

    kept = IncomingLetter.objects.get()
    assert (kept.is_cut, kept.text, kept.attachments) == (True, "See the film.", "film.mp4")


def test_what_cannot_be_a_letter_is_kept_all_the_same(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, b"\xff\xfe\x00 nothing here is a head\r\n\r\n\x80\x81")
    mail_server.post(mailbox.login, written("Good"))

    assert fetch_letters(mailbox=mailbox, at=AT) == 2
    assert mailbox.last_problem == ""


def test_ignored_addresses_are_not_read(mail_server, mailbox_of, anna):
    mailbox = mailbox_of(anna)
    ignore_address(mailbox=mailbox, address="ivan@alpha.example", by=anna, at=AT, face=Face.WEB)
    mail_server.post(mailbox.login, written("First"))
    mail_server.post(mailbox.login, written("Second", From="Eve <eve@beta.example>"))

    assert fetch_letters(mailbox=mailbox, at=AT) == 1
    assert subjects() == ["Second"]


def test_answer_marks_what_it_answers(mail_server, mailbox_of, anna):
    asked = Letter.objects.create(
        kind=LetterKind.PERSONAL, to_address="ivan@alpha.example", subject="?", text="?", message_id="asked@firm",
        dedupe_key="1", created_at=AT - timedelta(days=1), next_try_at=AT,
    )  # fmt: skip
    mailbox = mailbox_of(anna)
    mail_server.post(mailbox.login, written("Answer", In_Reply_To="<asked@firm>"))
    fetch_letters(mailbox=mailbox, at=AT)

    asked.refresh_from_db()
    assert asked.answered_at == AT


def test_wrong_password_is_told_and_the_next_try_comes_later_and_later(mailbox_of, anna):
    mailbox = mailbox_of(anna, password="wrong")
    waits = []
    for _ in range(10):
        fetch_letters(mailbox=mailbox, at=AT)
        waits.append((mailbox.next_try_at - AT) // timedelta(minutes=1))

    assert mailbox.last_problem == Problem.LOGIN_REFUSED
    assert waits[:3] == [10, 20, 40]
    assert waits[-1] == 360
    assert list(due(AT + timedelta(hours=5))) == []
    change_mailbox(mailbox=mailbox, password=PASSWORD, by=anna, at=AT, face=Face.WEB)
    assert list(due(AT)) == [mailbox]
    fetch_letters(mailbox=mailbox, at=AT)
    assert (mailbox.last_problem, mailbox.failures) == ("", 0)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"port": 1}, Problem.UNREACHABLE),
        ({"host": "no-such-host.invalid"}, Problem.UNREACHABLE),
        ({"security": Security.TLS}, Problem.NOT_SECURE),
        ({"security": Security.STARTTLS}, Problem.NOT_SECURE),
        ({"password": ""}, Problem.NO_PASSWORD),
    ],
)
def test_trying_says_what_is_wrong(mail_server, changed, problem):
    given = {
        "host": "127.0.0.1", "port": mail_server.port, "security": Security.NONE, "login": "try", "password": PASSWORD
    }  # fmt: skip

    with pytest.raises(MailboxProblem) as told:
        try_connection(access=Access(**given | changed), folder_in="INBOX", folder_sent="")

    assert told.value.problem == problem


def test_trying_finds_the_folder_of_sent_letters_and_misses_one_that_is_not(mail_server):
    access = Access("127.0.0.1", mail_server.port, Security.NONE, "try", PASSWORD)

    assert try_connection(access=access, folder_in="INBOX", folder_sent="") == "Sent"
    with pytest.raises(MailboxProblem) as told:
        try_connection(access=access, folder_in="Nowhere", folder_sent="")
    assert told.value.problem == Problem.NO_FOLDER


def test_demo_connects_to_nothing(mailbox_of, anna, settings):
    settings.VERNOST_DEMO = True
    mailbox = mailbox_of(anna)
    fetch_letters(mailbox=mailbox, at=AT)

    assert mailbox.last_problem == Problem.DEMO


def test_password_is_nowhere_readable(mailbox_of, anna):
    mailbox_of(anna)

    assert PASSWORD not in Mailbox.objects.get().sealed_password
    assert "password" not in str(list(AuditEntry.objects.values_list("changes", flat=True)))
