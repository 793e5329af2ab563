from datetime import date, timedelta

import pytest

from tests.factories.moments import AT, TODAY
from vernost.clients.actions.consent import record_consent, withdraw_consents
from vernost.clients.actions.contact import change_contact, create_contact
from vernost.clients.actions.recycle_bin import restore_removed
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Consent
from vernost.clients.queries.consent import history_of, who_agreed
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face

BIRTHDAY, NEWS = ConsentPurpose.BIRTHDAY, ConsentPurpose.NEWS


@pytest.fixture
def olga(client_one):
    return create_contact(client=client_one, name="Olga", by=None, at=AT, face=Face.WEB)


def said(contact, given, purpose=NEWS, **fields):
    values = {"source": ConsentSource.TOLD, "said_on": TODAY, "by": None, "at": AT, "face": Face.WEB} | fields
    return record_consent(contact=contact, purpose=purpose, given=given, **values)


def test_who_never_said_a_word_has_not_agreed(olga):
    assert who_agreed([olga.pk], NEWS) == frozenset()


def test_the_last_word_holds_and_the_history_keeps_all(olga, anna):
    said(olga, True)
    said(olga, False, by=anna)

    assert who_agreed([olga.pk], NEWS) == frozenset()
    assert [(word.given, word.by) for word in history_of(olga)] == [(False, anna), (True, None)]

    said(olga, True)
    assert who_agreed([olga.pk], NEWS) == {olga.pk}


def test_one_purpose_says_nothing_of_another(olga):
    said(olga, True)

    assert who_agreed([olga.pk], ConsentPurpose.SURVEY) == frozenset()


def test_withdrawing_twice_writes_one_row(olga):
    said(olga, True)
    for _ in range(2):
        withdraw_consents(
            contact=olga, purposes=[NEWS], source=ConsentSource.LINK, by=None, at=AT, face=Face.WEB
        )

    assert [word.given for word in history_of(olga)] == [False, True]


def test_a_birthday_comes_with_a_consent_and_goes_with_it(olga):
    day = TODAY - timedelta(days=3)
    change_contact(
        contact=olga, birthday_on=date(1980, 5, 1), consented_on=day, by=None, at=AT, face=Face.WEB
    )
    assert [(word.purpose, word.given, word.said_on) for word in history_of(olga)] == [(BIRTHDAY, True, day)]

    said(olga, False, BIRTHDAY)
    olga.refresh_from_db()
    assert (olga.birthday_on, olga.consented_on) == (None, None)
    assert [word.given for word in history_of(olga)] == [False, True]


def test_a_birthdays_consent_given_apart_lets_the_birthday_be_kept(olga):
    said(olga, True, BIRTHDAY)
    change_contact(contact=olga, birthday_on=date(1980, 5, 1), by=None, at=AT, face=Face.WEB)

    assert Consent.objects.count() == 1


def test_a_consent_goes_when_the_change_that_brought_it_is_taken_back(olga, anna):
    fields = {"birthday_on": date(1980, 5, 1), "consented_on": TODAY}
    change_contact(contact=olga, by=anna, at=AT, face=Face.WEB, run="edited", **fields)
    assert who_agreed([olga.pk], BIRTHDAY) == {olga.pk}

    undo_run(run="edited", by=anna, at=AT, face=Face.WEB)

    assert who_agreed([olga.pk], BIRTHDAY) == frozenset()
    assert [word.given for word in history_of(olga)] == [False, True]


def test_a_contact_taken_out_of_the_recycle_bin_has_agreed_as_before(client_one, anna):
    fields = {"name": "Vera", "birthday_on": date(1980, 5, 1), "consented_on": TODAY}
    vera = create_contact(client=client_one, by=anna, at=AT, face=Face.WEB, run="made", **fields)
    undo_run(run="made", by=anna, at=AT, face=Face.WEB)
    assert who_agreed([vera.pk], BIRTHDAY) == frozenset()

    vera.refresh_from_db()
    restore_removed(record=vera, by=anna, at=AT, face=Face.WEB)

    assert who_agreed([vera.pk], BIRTHDAY) == {vera.pk}
