"""The company is read once a request, and what a request reads is never that of another one."""

import pytest
from django.core.signals import request_finished, request_started
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.factories.moments import AT
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.core.models import CompanySettings
from vernost.core.queries.company import company

pytestmark = pytest.mark.django_db


def name_it(name: str) -> None:
    set_company(name=name, currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


@pytest.fixture
def request_(monkeypatch):
    # A new request looks after its connection; that of the test stays.
    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda self: None)
    request_started.send(sender=None)
    yield
    request_finished.send(sender=None)


def test_is_read_once_a_request(request_, django_assert_num_queries):
    name_it("Firm")

    with django_assert_num_queries(1):
        assert [company().name for _ in range(3)] == ["Firm"] * 3


def test_a_change_is_seen_at_once(request_):
    name_it("Firm")
    company().name = "Nobody has saved this"
    assert company().name == "Firm"

    name_it("Renamed")

    assert company().name == "Renamed"


def test_the_next_request_and_what_stands_outside_read_anew(request_):
    name_it("Firm")
    company()
    CompanySettings.objects.update(name="Changed by another process")
    assert company().name == "Firm"

    request_started.send(sender=None)
    assert company().name == "Changed by another process"

    request_finished.send(sender=None)
    CompanySettings.objects.update(name="Later")
    assert company().name == "Later"
