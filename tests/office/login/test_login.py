"""Coming in: with the password, with a code after it, refused after too many wrong ones."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client as Browser

from vernost.core.enums import Verb
from vernost.core.models import AuditEntry
from vernost.office.settings.invitation import invitation_for

PASSWORD = "correct horse battery"
SECRET = "JBSWY3DPEHPK3PXP"


def come_in(browser, person, password=PASSWORD):
    return browser.post("/login/", {"login": person.email, "password": password})


def code_now() -> str:
    return format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))


def verbs_of(person) -> list[str]:
    entries = AuditEntry.objects.filter(kind="core.user", object_id=person.pk).order_by("pk")
    return [one.verb for one in entries]


def test_password_lets_in_and_the_log_says_so(client, anna):
    response = come_in(client, anna)

    assert response.url == "/"
    assert client.get("/").status_code == 200
    assert verbs_of(anna)[-1] == Verb.LOGGED_IN


def test_wrong_password_is_said_and_logged_without_a_name(client, anna):
    response = come_in(client, anna, "battery horse correct")

    assert b"do not belong together" in response.content
    refusal = AuditEntry.objects.get(verb=Verb.LOGIN_REFUSED)
    assert refusal.object_id == anna.pk
    assert refusal.by is None


def test_unknown_e_mail_is_answered_alike_and_not_kept(client, anna):
    response = client.post("/login/", {"login": "nobody@firm.example", "password": PASSWORD})

    assert b"do not belong together" in response.content
    assert not AuditEntry.objects.filter(verb=Verb.LOGIN_REFUSED).exists()


def test_sixth_wrong_password_is_not_even_tried(client, anna, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
    cache.clear()
    for _ in range(5):
        come_in(client, anna, "guess")

    response = come_in(client, anna)

    assert b"Too many wrong passwords" in response.content
    cache.clear()


def test_switched_off_person_is_told_so_only_after_the_right_password(client, anna):
    anna.is_active = False
    anna.save()

    assert b"do not belong together" in come_in(client, anna, "guess").content
    response = client.get(come_in(client, anna).url) if come_in(client, anna).status_code == 302 else None
    assert response is None or response.status_code == 403


def test_code_is_asked_for_after_the_password(client, anna):
    TOTP.activate(anna, SECRET)

    response = come_in(client, anna)

    assert response.url == "/login/second/"
    assert client.get("/").status_code == 302
    assert client.post("/login/second/", {"code": "000000"}).status_code == 200
    assert client.post("/login/second/", {"code": code_now()}).url == "/"
    assert client.get("/").status_code == 200
    assert verbs_of(anna)[-2:] == [Verb.LOGIN_REFUSED, Verb.LOGGED_IN]


def test_recovery_code_lets_in_once(anna):
    TOTP.activate(anna, SECRET)
    code = RecoveryCodes.activate(anna).get_unused_codes()[0]

    first, second = Browser(), Browser()
    come_in(first, anna)
    come_in(second, anna)

    assert first.post("/login/second/", {"code": code}).url == "/"
    assert second.post("/login/second/", {"code": code}).status_code == 200


def test_key_of_the_app_lies_encrypted(anna):
    TOTP.activate(anna, SECRET)

    stored = Authenticator.objects.get(user=anna).data["secret"]

    assert SECRET not in stored
    assert get_adapter().decrypt(stored) == SECRET


def test_invitation_does_not_go_round_the_second_factor(client, anna, rf):
    TOTP.activate(anna, SECRET)
    address = invitation_for(rf.get("/"), anna)

    response = client.post(address, {"password": "another horse battery"})

    assert response.url == "/login/"
    assert client.get("/").status_code == 302


def test_nobody_signs_himself_up(client, anna):
    assert client.get("/login/sign-on/unknown/").status_code == 403
    assert client.get("/signup/").status_code in (302, 404)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_login_page_in_both_languages(client, anna, language):
    page = client.get("/login/", headers={"accept-language": language}).content.decode()

    assert {"en": "Log in with a passkey", "ru": "Войти с ключом доступа"}[language] in page
