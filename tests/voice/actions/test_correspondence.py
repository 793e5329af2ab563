"""Letters go to the clients whose addresses they name, and are private until their reader shares them."""

from datetime import timedelta

import pytest

from tests.factories.clients import make_client
from tests.factories.letters import make_letter, make_mailbox
from tests.factories.moments import AT
from vernost.channels.enums import Way
from vernost.channels.models import IncomingLetter
from vernost.clients.actions.contact import create_contact
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.transfer.actions.erase import erase_person
from vernost.transfer.exporting.tables import tables_for
from vernost.transfer.queries.person import held_about, subject_of
from vernost.voice.actions.correspondence import (
    attach_letter,
    detach_letter,
    disconnect_mailbox,
    match_again,
    name_stranger,
    share_all_letters,
    share_letter,
    stop_sharing,
    unshare_letter,
)
from vernost.voice.models import Correspondence, Interaction
from vernost.voice.queries.correspondence import seen_by, strangers

pytestmark = pytest.mark.django_db
STAMP = {"at": AT, "face": Face.WEB}
IVAN = "ivan@alpha.example"


@pytest.fixture
def ivan(client_one, anna):
    return create_contact(client=client_one, name="Ivan", email="Ivan@Alpha.example", by=anna, **STAMP)


@pytest.fixture
def mailbox(anna):
    return make_mailbox(anna)


def link_of(letter: IncomingLetter) -> Correspondence:
    return Correspondence.objects.get(letter=letter, deleted_at=None)


def test_address_of_a_contact_gives_the_letter_to_its_client_and_tells_nobody(mailbox, ivan, client_one):
    letter = make_letter(mailbox, IVAN)

    link = link_of(letter)
    assert (link.client, link.contact, link.shared_at) == (client_one, ivan, None)
    assert not Interaction.objects.exists()
    client_one.refresh_from_db()
    assert client_one.last_contact_at is None


def test_letters_from_us_go_to_everybody_they_name(mailbox, ivan, client_one, client_two, vera):
    eve = create_contact(client=client_two, name="Eve", email="eve@beta.example", by=vera, **STAMP)
    letter = make_letter(mailbox, IVAN, way=Way.OUT, Cc="eve@beta.example, boris@firm.example")

    found = Correspondence.objects.filter(letter=letter).order_by("client_id")
    assert {(one.client, one.contact) for one in found} == {(client_one, ivan), (client_two, eve)}


def test_address_of_two_clients_is_nobodys_until_a_person_says(mailbox, ivan, client_two, anna):
    create_contact(client=client_two, name="Ivan", email=IVAN, by=anna, **STAMP)

    letter = make_letter(mailbox, IVAN)

    assert not Correspondence.objects.filter(letter=letter).exists()


def test_domain_is_a_suggestion_and_never_more(mailbox, ivan, client_one, anna):
    letter = make_letter(mailbox, "new@alpha.example")
    make_letter(mailbox, "boris@firm.example")
    make_letter(mailbox, "somebody@gmail.com")

    assert not Correspondence.objects.filter(letter=letter).exists()
    found = {one.address: one.maybe for one in strangers(anna, most=10)}
    # Colleagues are no strangers; at an open provider anybody may be anybody.
    assert found == {"new@alpha.example": (client_one,), "somebody@gmail.com": ()}


def test_shared_letter_is_a_contact_in_the_history(mailbox, ivan, client_one, anna):
    letter = make_letter(mailbox, IVAN, text="We agree.\n\nOn 1 March 2026 Anna wrote:\n> Do you agree?")

    share_letter(correspondence=link_of(letter), by=anna, run="share", **STAMP)

    said = Interaction.objects.get()
    assert (said.client, said.contact, said.person, said.at) == (client_one, ivan, anna, AT)
    assert (said.kind, said.channel, said.direction) == ("letter", "mail", "in")
    assert said.note == "Terms\nWe agree."
    client_one.refresh_from_db()
    assert client_one.last_contact_at == AT
    assert AuditEntry.objects.filter(kind="voice.correspondence", by=anna).exists()

    undo_run(run="share", by=anna, **STAMP)
    client_one.refresh_from_db()
    assert link_of(letter).shared_at is None
    assert client_one.last_contact_at is None


def test_unshared_letter_leaves_the_history(mailbox, ivan, client_one, anna):
    letter = make_letter(mailbox, IVAN)
    share_letter(correspondence=link_of(letter), by=anna, **STAMP)

    unshare_letter(correspondence=link_of(letter), by=anna, **STAMP)

    assert not Interaction.objects.filter(deleted_at=None).exists()
    client_one.refresh_from_db()
    assert client_one.last_contact_at is None


def test_the_same_letter_shared_by_two_is_one_contact(mailbox, ivan, anna, boris):
    second = make_mailbox(boris)
    letters = [make_letter(box, IVAN, Message_ID="<one@alpha>") for box in (mailbox, second)]
    for letter, person in zip(letters, (anna, boris), strict=True):
        share_letter(correspondence=link_of(letter), by=person, **STAMP)
    assert Interaction.objects.count() == 1

    unshare_letter(correspondence=link_of(letters[0]), by=anna, **STAMP)
    assert Interaction.objects.filter(deleted_at=None).count() == 1
    unshare_letter(correspondence=link_of(letters[1]), by=boris, **STAMP)
    assert Interaction.objects.filter(deleted_at=None).count() == 0


def test_answer_marks_our_letter_as_answered(mailbox, ivan, anna):
    asked = make_letter(mailbox, IVAN, way=Way.OUT, at=AT - timedelta(days=1), Message_ID="<asked@firm>")
    answer = make_letter(mailbox, IVAN, In_Reply_To="<asked@firm>")
    for letter in (asked, answer):
        share_letter(correspondence=link_of(letter), by=anna, **STAMP)

    said = Interaction.objects.get(direction="out")
    assert (said.answered_at, said.outcome) == (AT, "answered")


def test_sharing_all_holds_for_letters_to_come(mailbox, ivan, client_one, anna):
    make_letter(mailbox, IVAN)
    share_all_letters(client=client_one, person=anna, **STAMP)
    assert Interaction.objects.count() == 1

    make_letter(mailbox, IVAN)
    assert Interaction.objects.count() == 2

    stop_sharing(client=client_one, person=anna, **STAMP)
    make_letter(mailbox, IVAN)
    assert Interaction.objects.filter(deleted_at=None).count() == 2


def test_letters_of_the_companys_mailbox_are_nobodys_secret(ivan):
    make_letter(make_mailbox(None), IVAN)

    assert Interaction.objects.get().person is None


def test_nobody_reads_annas_private_letter(mailbox, ivan, anna, boris, director, vera):
    letter = make_letter(mailbox, IVAN)
    people = (anna, boris, director, vera)
    assert [person for person in people if seen_by(person, letter.pk)] == [anna]

    share_letter(correspondence=link_of(letter), by=anna, **STAMP)

    # Vera does not see the client.
    assert [person for person in people if seen_by(person, letter.pk)] == [anna, boris, director]


def test_private_letter_stays_out_of_exports_and_of_the_log(mailbox, ivan, anna, director):
    letter = make_letter(mailbox, IVAN, text="Between us")
    contact = create_contact(client=ivan.client, name="Other", by=anna, **STAMP)
    attach_letter(letter=letter, client=ivan.client, contact=contact, by=anna, **STAMP)

    tables = {table.name: list(table.rows) for table in tables_for(director)}
    assert tables["correspondence"] == []
    assert "incomingletter" not in tables
    said = str(list(AuditEntry.objects.values())) + str(held_about(subject_of(ivan.client)))
    assert "Between us" not in said


def test_stranger_is_named_once_for_all_his_letters(mailbox, client_one, anna):
    for _ in range(3):
        make_letter(mailbox, "new@alpha.example")

    count = name_stranger(
        mailbox=mailbox, address="new@alpha.example", client=client_one, contact=None, name="Nina", by=anna, run="name",
        **STAMP,
    )  # fmt: skip

    assert count == 3
    assert client_one.contacts.get().email == "new@alpha.example"
    assert link_of(make_letter(mailbox, "new@alpha.example")).contact.name == "Nina"
    undo_run(run="name", by=anna, **STAMP)
    assert Correspondence.objects.filter(deleted_at=None).count() == 1


def test_address_written_down_later_finds_its_letters(mailbox, client_one, anna):
    letter = make_letter(mailbox, IVAN)
    create_contact(client=client_one, name="Ivan", email=IVAN, by=anna, **STAMP)

    assert match_again(mailbox=mailbox, at=AT) == 1
    assert link_of(letter).client == client_one


def test_letter_taken_from_a_client_is_private_again(mailbox, ivan, anna):
    letter = make_letter(mailbox, IVAN)
    share_letter(correspondence=link_of(letter), by=anna, **STAMP)

    detach_letter(correspondence=link_of(letter), by=anna, **STAMP)

    assert not Correspondence.objects.filter(deleted_at=None).exists()
    assert not Interaction.objects.filter(deleted_at=None).exists()


def test_mailbox_that_goes_takes_private_letters_with_it(mailbox, ivan, anna):
    kept, private = make_letter(mailbox, IVAN), make_letter(mailbox, IVAN)
    share_letter(correspondence=link_of(kept), by=anna, **STAMP)

    assert disconnect_mailbox(mailbox=mailbox, by=anna, **STAMP) == 1

    assert list(IncomingLetter.objects.all()) == [kept]
    assert not IncomingLetter.objects.filter(pk=private.pk).exists()
    mailbox.refresh_from_db()
    assert (mailbox.sealed_password, mailbox.is_on) == ("", False)


def test_person_erased_is_gone_from_letters(mailbox, ivan, anna, director):
    letter = make_letter(mailbox, IVAN, text="My secret")
    share_letter(correspondence=link_of(letter), by=anna, **STAMP)

    erase_person(record=ivan, by=director, **STAMP)

    letter.refresh_from_db()
    assert (letter.text, letter.sender, letter.subject) == ("–", "–", "–")
    assert Interaction.objects.get().note == ""


def test_client_with_two_records_keeps_its_letters(mailbox, ivan, client_one, anna):
    other = make_client("Client One again", owner=anna)
    letter = make_letter(mailbox, IVAN)

    attach_letter(letter=letter, client=other, contact=None, by=anna, **STAMP)

    assert Correspondence.objects.filter(letter=letter, deleted_at=None).count() == 2
