"""The person's own page: where he is logged in, his password, his second factor; and what a director may do."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.test import Client as Browser

from tests.office.login.test_login import PASSWORD, SECRET, come_in
from vernost.core.enums import Verb
from vernost.core.models import AuditEntry


def two_places(person):
    laptop, telephone = Browser(), Browser(headers={"user-agent": "Telephone"})
    come_in(laptop, person)
    come_in(telephone, person)
    return laptop, telephone


def test_page_lists_both_places(anna):
    laptop, _ = two_places(anna)

    page = laptop.get("/me/").content.decode()

    assert "Telephone" in page
    assert page.count("Log out there") == 1


def test_one_place_is_logged_out(anna):
    laptop, telephone = two_places(anna)

    laptop.post("/me/sessions/end/", {"session": UserSession.objects.get(user_agent="Telephone").pk})

    assert telephone.get("/").status_code == 302
    assert laptop.get("/").status_code == 200
    assert AuditEntry.objects.filter(verb=Verb.SESSIONS_ENDED, by=anna).count() == 1


def test_session_of_another_is_left_alone(anna, vera):
    laptop, _ = two_places(anna)
    come_in(theirs := Browser(), vera)

    laptop.post("/me/sessions/end/", {"session": UserSession.objects.get(user=vera).pk})

    assert theirs.get("/").status_code == 200


def test_director_logs_a_person_out_everywhere(director, anna, browser_of):
    laptop, telephone = two_places(anna)

    browser_of(director).post(f"/settings/people/{anna.pk}/log-out/")

    assert laptop.get("/").status_code == telephone.get("/").status_code == 302


def test_new_password_ends_the_other_sessions(anna):
    laptop, telephone = two_places(anna)

    laptop.post("/me/confirm/?next=/me/password/", {"password": PASSWORD})
    response = laptop.post("/me/password/", {"password": "another horse battery"})
    assert response.url == "/me/", response.content

    assert laptop.get("/").status_code == 200
    assert telephone.get("/").status_code == 302
    assert come_in(Browser(), anna, "another horse battery").status_code == 302
    assert come_in(Browser(), anna, PASSWORD).status_code == 200


def test_password_is_asked_before_anything_that_decides_who_comes_in(browser_of, anna):
    """`force_login` proves nothing, as a laptop left open proves nothing."""
    for address in ("/me/password/", "/me/app/", "/me/keys/new/", "/me/codes/new/"):
        assert "/me/confirm/" in browser_of(anna).get(address).url


def test_director_takes_a_lost_factor_away(director, anna, browser_of):
    TOTP.activate(anna, SECRET)

    browser_of(director).post(f"/settings/people/{anna.pk}/no-second-factor/")

    assert not Authenticator.objects.filter(user=anna).exists()
    removal = AuditEntry.objects.get(verb=Verb.FACTOR_REMOVED)
    assert (removal.object_id, removal.by) == (anna.pk, director)
    assert come_in(Browser(), anna).url == "/"
