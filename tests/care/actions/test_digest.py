from datetime import date

import pytest

from tests.factories.care import make_rule, make_touch
from tests.factories.moments import AT, TODAY
from vernost.care.actions.digest import choose_digest, send_digests
from vernost.channels.models import Letter
from vernost.core.enums import Face, Language

SUNDAY = date(2026, 3, 8)


@pytest.fixture
def touch(client_one):
    return make_touch(client_one, make_rule())


def test_whom_something_needs_gets_one_digest_a_day_in_his_language(anna, touch):
    anna.language = Language.RUSSIAN
    anna.save()

    assert [send_digests(as_of=TODAY, at=AT) for _ in range(2)] == [1, 1]

    letter = Letter.objects.get()
    assert letter.to_address == anna.email
    assert letter.subject == "Сегодня вы нужны 1 клиенту"
    assert "Client One" in letter.text


def test_who_is_needed_by_nobody_gets_nothing(anna, vera):
    assert (send_digests(as_of=TODAY, at=AT), Letter.objects.count()) == (0, 0)


def test_one_may_want_none(anna, touch):
    for wanted in (True, False):
        choose_digest(person=anna, wanted=wanted, by=anna, at=AT, face=Face.WEB)

    assert send_digests(as_of=TODAY, at=AT) == 0


def test_none_on_a_day_when_nobody_works(anna, touch):
    assert send_digests(as_of=SUNDAY, at=AT) == 0


def test_who_was_switched_off_gets_none(anna, touch):
    anna.is_active = False
    anna.save()

    assert send_digests(as_of=TODAY, at=AT) == 0
