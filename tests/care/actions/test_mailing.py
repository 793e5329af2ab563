from datetime import timedelta

import pytest

from tests.channels.actions.test_delivery import mailers_to
from tests.channels.mail_server import mail_server
from tests.factories.care import GREETING, make_rule, make_touch
from tests.factories.clients import make_client, make_interaction
from tests.factories.mail import agree, make_contact, make_mailing
from tests.factories.moments import AT, TODAY
from vernost.care.actions.client_letter import log_sent_letters, unsubscribe, write_letter
from vernost.care.actions.mailing import (
    SECOND_THOUGHTS,
    BlanksLeft,
    NobodyChosen,
    UnableToChangeMailing,
    cancel_mailing,
    change_mailing,
    put_back,
    release_mailing,
    resume_mailing,
    take_out,
    write_mailing,
)
from vernost.care.enums import LetterHold, LetterPurpose, MailingState
from vernost.care.letters.places import UnknownPlace
from vernost.channels.actions.delivery import deliver_letters, secret_hash
from vernost.channels.enums import LetterState
from vernost.channels.models import Letter
from vernost.clients.actions.client import change_client
from vernost.clients.queries.consent import who_agreed
from vernost.core.enums import Face
from vernost.core.queries.audit import history_of
from vernost.voice.models import Interaction

DAY = timedelta(days=1)
BY = {"at": AT, "face": Face.WEB}


@pytest.fixture
def server(settings):
    with mail_server() as (taken, port):
        settings.MAILERS, settings.VERNOST_MAIL_PROBLEM = mailers_to(port), ""
        settings.DEFAULT_FROM_EMAIL = "office@firm.example"
        settings.VERNOST_ADDRESS = "https://vernost.firm.example"
        yield taken


@pytest.fixture
def olga(client_one):
    olga = make_contact(client_one, "Olga")
    agree(olga)
    return olga


def holds(mailing):
    return dict(mailing.recipients.values_list("client__name", "hold"))


def deliver(at):
    return deliver_letters(clock=lambda: at)


def send(mailing, by, at=AT):
    release_mailing(mailing=mailing, by=by, at=at, face=Face.WEB)
    write_mailing(mailing=mailing, at=at)
    return deliver(at + SECOND_THOUGHTS).sent


def test_who_gets_it_and_who_is_held_back_and_why(anna, client_one, olga):
    silent = make_client("Silent", owner=anna)
    make_contact(silent, "Petr")
    nobody = make_client("Nobody", owner=anna)
    tired = make_client("Tired", owner=anna)
    agree(make_contact(tired, "Inna"))
    for days in (1, 2, 3):
        make_interaction(tired, AT - days * DAY, kind="letter", channel="mail")
    gone = make_client("Gone", owner=anna)
    agree(make_contact(gone, "Igor"))
    change_client(client=gone, ended_on=TODAY - 100 * DAY, by=anna, **BY)
    for days in (150, 300):
        make_interaction(gone, AT - days * DAY, kind="greeting", channel="mail")

    mailing = make_mailing(anna, client_one, silent, nobody, tired, gone)

    assert holds(mailing) == {
        "Client One": "",
        "Silent": LetterHold.NO_CONSENT,
        "Nobody": LetterHold.NO_ADDRESS,
        "Tired": LetterHold.CAP,
        "Gone": LetterHold.FORMER,
    }


def test_planned_touches_count_but_not_those_that_the_letter_itself_keeps(anna, client_one, olga):
    agree(olga, "greetings")
    for days in (0, 5, 10):
        make_touch(client_one, make_rule(GREETING, name=f"Greeting {days}"), due_on=TODAY + days * DAY)

    assert holds(make_mailing(anna, client_one)) == {"Client One": LetterHold.CAP}
    greeting = make_mailing(anna, client_one, purpose=LetterPurpose.GREETING)
    assert holds(greeting) == {"Client One": ""}


def test_a_letter_about_work_needs_no_consent_and_no_room_below_the_cap(anna):
    client = make_client("Client", owner=anna, email="office@client.example")
    for days in (1, 2, 3):
        make_interaction(client, AT - days * DAY, kind="letter", channel="mail")

    assert holds(make_mailing(anna, client, purpose=LetterPurpose.WORK)) == {"Client": ""}
    assert holds(make_mailing(anna, client, purpose=LetterPurpose.OVERDUE)) == {"Client": LetterHold.NO_DEBT}


def test_it_is_sent_once_and_written_down_as_a_contact(server, anna, client_one, olga):
    mailing = make_mailing(anna, client_one)

    assert send(mailing, anna) == 1
    write_mailing(mailing=mailing, at=AT)
    assert deliver(AT + DAY).sent == 0

    got = server.letters[0]
    assert (got["Subject"], got["Reply-To"]) == ("News for Client One", anna.email)
    assert got.get_content().splitlines()[:3] == ["Dear Olga,", "there is news.", "Anna"]
    assert Interaction.objects.count() == 0
    for _ in range(2):
        log_sent_letters(at=AT + DAY)
    said = Interaction.objects.get()
    assert (said.client, said.contact, said.kind, said.channel, said.person) == (
        client_one, olga, "letter", "mail", anna,
    )  # fmt: skip
    assert said.at == AT + SECOND_THOUGHTS
    client_one.refresh_from_db()
    assert client_one.last_contact_at == said.at


def test_letters_on_their_way_count_for_the_cap_of_the_next_mailing(server, anna, client_one, olga):
    for days in (1, 2):
        make_interaction(client_one, AT - days * DAY, kind="letter", channel="mail")
    first = make_mailing(anna, client_one)
    release_mailing(mailing=first, by=anna, **BY)
    write_mailing(mailing=first, at=AT)

    assert holds(first) == {"Client One": ""}
    assert holds(make_mailing(anna, client_one)) == {"Client One": LetterHold.CAP}


def test_what_became_too_much_between_draft_and_release_is_held_back(server, anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    for days in (1, 2, 3):
        make_interaction(client_one, AT - days * DAY, kind="letter", channel="mail")

    with pytest.raises(NobodyChosen):
        release_mailing(mailing=mailing, by=anna, **BY)


def test_a_consent_taken_back_after_the_release_stops_the_letter(server, anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    release_mailing(mailing=mailing, by=anna, **BY)
    agree(olga, given=False)

    write_mailing(mailing=mailing, at=AT)

    assert (holds(mailing), Letter.objects.count()) == ({"Client One": LetterHold.NO_CONSENT}, 0)


def test_a_cancelled_mailing_stays_here_and_can_go_on(server, anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    release_mailing(mailing=mailing, by=anna, **BY)
    write_mailing(mailing=mailing, at=AT)

    assert cancel_mailing(mailing=mailing, by=anna, **BY) == 1
    assert deliver(AT + DAY).sent == 0
    assert resume_mailing(mailing=mailing, by=anna, **BY) == 1
    write_mailing(mailing=mailing, at=AT)
    assert deliver(AT + DAY).sent == 1


def test_each_letter_that_a_mailing_cancels_and_takes_up_again_has_its_line(server, anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    release_mailing(mailing=mailing, by=anna, **BY)
    write_mailing(mailing=mailing, at=AT)

    cancel_mailing(mailing=mailing, by=anna, **BY)
    resume_mailing(mailing=mailing, by=anna, **BY)

    lines = history_of(Letter.objects.get())
    assert [(line.by, line.changes["state"]) for line in lines] == [
        (anna, ["cancelled", "queued"]),
        (anna, ["queued", "cancelled"]),
    ]


def test_a_released_mailing_does_not_change(anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    release_mailing(mailing=mailing, by=anna, **BY)

    with pytest.raises(UnableToChangeMailing):
        change_mailing(mailing=mailing, body="Other", by=anna, **BY)
    with pytest.raises(UnableToChangeMailing):
        release_mailing(mailing=mailing, by=anna, **BY)


def test_what_the_template_left_open_is_not_sent(anna, client_one, olga):
    mailing = make_mailing(anna, client_one, body="Come to [what, when, where], {contact}")

    with pytest.raises(BlanksLeft) as refused:
        release_mailing(mailing=mailing, by=anna, **BY)
    assert "[what, when, where]" in str(refused.value)


def test_another_purpose_judges_anew(anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    change_mailing(mailing=mailing, purpose=LetterPurpose.GREETING, by=anna, **BY)

    assert holds(mailing) == {"Client One": LetterHold.NO_CONSENT}


def test_taken_out_by_hand_and_back_in(anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    rows = [mailing.recipients.get().pk]

    assert take_out(mailing=mailing, recipient_ids=rows, by=anna, **BY) == 1
    assert holds(mailing) == {"Client One": LetterHold.TAKEN_OUT}
    assert put_back(mailing=mailing, recipient_ids=rows, by=anna, **BY) == 1
    assert holds(mailing) == {"Client One": ""}


def test_a_text_that_cannot_be_filled_is_refused(anna, client_one):
    with pytest.raises(UnknownPlace):
        make_mailing(anna, client_one, body="Dear {contact.__class__}")
    with pytest.raises(NobodyChosen):
        make_mailing(anna)


def test_a_mailing_of_the_sample_company_leaves_nothing(server, anna, olga, client_one):
    type(client_one).objects.filter(pk=client_one.pk).update(is_sample=True)
    mailing = make_mailing(anna, client_one)

    assert send(mailing, anna) == 0
    assert [one.state for one in Letter.objects.all()] == [LetterState.HELD]


def test_unsubscribing_by_the_link_stops_the_next_mailing(server, anna, client_one, olga):
    send(make_mailing(anna, client_one), anna)
    secret = server.letters[0]["List-Unsubscribe"].strip("<>").rstrip("/").rpartition("/")[2]
    assert server.letters[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    letter = Letter.objects.get(unsubscribe_hash=secret_hash(secret=secret))
    assert secret not in letter.text

    unsubscribe(letter=letter, everything=False, at=AT)
    assert unsubscribe(letter=letter, everything=False, at=AT) == []

    assert who_agreed([olga.pk], "news") == frozenset()
    assert holds(make_mailing(anna, client_one)) == {"Client One": LetterHold.NO_CONSENT}


def test_a_personal_letter_begins_the_period_anew_when_it_was_sent(server, anna, client_one, olga):
    written = write_letter(
        client=client_one, contact=olga, purpose=LetterPurpose.WORK, subject="Terms", body="Good day", by=anna,
        at=AT, dedupe_key="personal:1",
    )  # fmt: skip
    again = write_letter(
        client=client_one, contact=olga, purpose=LetterPurpose.WORK, subject="Terms", body="Good day", by=anna,
        at=AT, dedupe_key="personal:1",
    )  # fmt: skip
    assert again == written

    log_sent_letters(at=AT)
    assert Interaction.objects.count() == 0, "not before it was sent"
    deliver(AT)
    log_sent_letters(at=AT)
    assert Interaction.objects.get().note == "Terms"
    assert len(server.letters) == 1


def test_mailing_that_was_stopped_half_way_goes_on(server, anna, client_one, olga):
    mailing = make_mailing(anna, client_one)
    release_mailing(mailing=mailing, by=anna, **BY)
    mailing.refresh_from_db()
    assert mailing.state == MailingState.WRITING

    write_mailing(mailing=mailing, at=AT)
    mailing.refresh_from_db()
    assert mailing.state == MailingState.RELEASED
