"""A person who is erased gets no letter that still waits; a colleague's goes out."""

import pytest

from tests.factories.mail import make_contact
from tests.factories.moments import AT
from vernost.care.actions.client_letter import write_letter
from vernost.care.enums import LetterPurpose
from vernost.channels.enums import LetterState
from vernost.channels.models import Letter
from vernost.core.enums import Face
from vernost.transfer.actions.erase import erase_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(client_one, director):
    """A letter to each of two people of one client, both waiting."""
    for name in ("Olga", "Peter"):
        write_letter(
            client=client_one, contact=make_contact(client_one, name), purpose=LetterPurpose.WORK,
            subject="Terms", body="Good day", by=director, at=AT,
        )  # fmt: skip
    Letter.objects.update(state=LetterState.QUEUED)
    return Letter.objects.order_by("pk")


def test_waiting_letter_of_the_erased_person_is_cancelled(letters, client_one, director):
    erase_person(record=client_one.contacts.get(name="Olga"), by=director, at=AT, face=Face.WEB)
    assert [one.state for one in letters] == [LetterState.CANCELLED, LetterState.QUEUED]


def test_with_a_client_all_of_its_letters_are(letters, client_one, director):
    erase_person(record=client_one, by=director, at=AT, face=Face.WEB)
    assert {one.state for one in letters} == {LetterState.CANCELLED}


def test_what_was_sent_stays_sent(letters, client_one, director):
    Letter.objects.update(state=LetterState.SENT, sent_at=AT)
    erase_person(record=client_one, by=director, at=AT, face=Face.WEB)
    assert {one.state for one in letters} == {LetterState.SENT}
