"""A director looks as Anna: her pages, no change, nothing private, and it stands in the log."""

import pytest
from django.urls import reverse

from tests.factories.moments import AT
from tests.office.addresses import TABLE
from tests.office.test_access import address
from vernost.channels.models import Mailbox
from vernost.channels.queries.mailbox import read_by
from vernost.clients.models import Client
from vernost.core.enums import Role, Verb
from vernost.core.models import AuditEntry
from vernost.office.shell.looking import WAY_OUT, is_private

_LOOKED = [Verb.LOOKED_AS, Verb.LOOKED_AWAY]


@pytest.fixture
def looking(browser_of, director, anna):
    """A browser in which the director looks as Anna."""
    browser = browser_of(director)
    assert browser.post(f"/settings/people/{anna.pk}/look/").status_code == 302
    return browser


def test_her_clients_and_no_others(looking, client_one, client_two):
    page = looking.get("/clients/").content.decode()

    assert "Client One" in page
    assert "Client Two" not in page
    assert "You look as Anna" in page
    assert looking.get(f"/clients/{client_two.pk}/").status_code == 404
    assert looking.get("/settings/people/").status_code == 403


@pytest.mark.parametrize("name", sorted(set(TABLE) - WAY_OUT - {"look_away"} | {"set_language"}))
def test_nothing_can_be_sent(looking, client_one, name):
    before = AuditEntry.objects.count()
    there = reverse(name) if name == "set_language" else address(name, client_one.pk)

    assert looking.post(there, {"name": "x", "language": "ru"}).status_code in (403, 405)

    assert AuditEntry.objects.count() == before
    assert Client.objects.get(pk=client_one.pk).name == "Client One"


@pytest.mark.parametrize("name", sorted(name for name in set(TABLE) - WAY_OUT if is_private(name)))
def test_what_is_private_stays_closed(looking, client_one, name):
    assert looking.get(address(name, client_one.pk)).status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "me",
        "feed",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "change_password",
        "my_mail",
        "edit_mailbox",
        "letter_page",
        "strangers",
    ],
)
def test_ways_of_coming_in_are_private(name):
    assert is_private(name)


def test_her_letters_are_read_by_nobody_else(director, anna):
    Mailbox.objects.create(owner=anna, address=anna.email, host="h", login="l", since_on=AT.date())
    assert read_by(anna).count() == 1

    anna.looked_at_by = director

    assert read_by(anna).count() == 0


def test_it_is_in_the_log_and_ends_by_a_click(looking, director, anna):
    looking.post("/settings/look-away/")

    assert looking.get("/settings/people/").status_code == 200
    entries = AuditEntry.objects.filter(verb__in=_LOOKED).order_by("pk")
    assert [(one.verb, one.by, one.object_id) for one in entries] == [
        (verb, director, anna.pk) for verb in _LOOKED
    ]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DIRECTOR])
def test_directors_alone_look(browser_of, anna, role, north, boris):
    boris.role = role
    boris.save()
    browser = browser_of(boris)

    assert browser.post(f"/settings/people/{anna.pk}/look/").status_code == 403
    session = browser.session
    session["looking_as"] = anna.pk
    session.save()
    assert "You look as" not in browser.get("/clients/").content.decode()


def test_nobody_looks_as_another_director(browser_of, director, anna):
    anna.role = Role.DIRECTOR
    anna.save()
    browser = browser_of(director)

    browser.post(f"/settings/people/{anna.pk}/look/")

    assert browser.get("/settings/people/").status_code == 200
    assert not AuditEntry.objects.filter(verb__in=_LOOKED).exists()


def test_looking_ends_when_the_person_is_switched_off(looking, anna):
    anna.is_active = False
    anna.save()

    assert looking.get("/settings/people/").status_code == 200


def test_russian_pages_say_it_in_russian(looking, anna):
    anna.language = "ru"
    anna.save()

    assert "Вы смотрите глазами" in looking.get("/clients/").content.decode()
