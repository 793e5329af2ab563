"""The pages of letters as people use them."""

import re

import pytest

from tests.factories.clients import make_client
from tests.factories.mail import agree, make_contact, make_mailing, make_template
from tests.factories.moments import AT, TODAY
from vernost.care.actions.client_letter import write_letter
from vernost.care.enums import LetterPurpose, MailingState
from vernost.care.models import ClientLetter, LetterTemplate, Mailing
from vernost.channels.actions.delivery import secret_hash
from vernost.channels.enums import LetterState, Trouble
from vernost.channels.models import Letter
from vernost.clients.models import Consent
from vernost.clients.queries.consent import who_agreed
from vernost.core.jobs.worker import run_queued_jobs


@pytest.fixture
def olga(client_one):
    olga = make_contact(client_one, "Olga")
    agree(olga)
    return olga


def text_of(response):
    return re.sub(r"<[^>]+>", " ", response.content.decode())


def letter_to(client, contact, by, subject="Terms"):
    return write_letter(
        client=client,
        contact=contact,
        purpose=LetterPurpose.WORK,
        subject=subject,
        body="Good day",
        by=by,
        at=AT,
    )


def test_the_log_shows_ones_own_clients_and_not_those_of_others(browser_of, anna, vera, client_one, olga):
    letter_to(client_one, olga, anna)

    assert "Terms" in text_of(browser_of(anna).get("/letters/"))
    assert "Terms" not in text_of(browser_of(vera).get("/letters/"))
    assert browser_of(vera).get(f"/letters/{Letter.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize("address", ["/letters/", "/letters/mailings/"])
def test_a_list_asks_as_often_for_three_rows_as_for_one(
    address, browser_of, anna, django_assert_max_num_queries, client_one, olga
):
    browser, counts = browser_of(anna), []
    for count in (1, 2):
        for _ in range(count):
            letter_to(client_one, olga, anna)
            make_mailing(anna, client_one)
        with django_assert_max_num_queries(60) as seen:
            browser.get(address)
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_recipients_are_read_in_as_many_queries_for_three_as_for_one(
    browser_of, anna, django_assert_max_num_queries, client_one, olga
):
    more = [make_client(f"Client {number}", owner=anna) for number in range(2)]
    for one in more:
        agree(make_contact(one))
    browser, counts = browser_of(anna), []
    for mailing in (make_mailing(anna, client_one), make_mailing(anna, client_one, *more)):
        with django_assert_max_num_queries(80) as seen:
            browser.get(f"/letters/mailings/{mailing.pk}/")
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_from_the_list_of_clients_to_letters_that_are_held_in_a_test_run(browser_of, anna, client_one, olga):
    silent = make_client("Silent", owner=anna)
    make_contact(silent, "Petr")
    browser, template = browser_of(anna), make_template()

    page = browser.post(
        "/letters/mailings/new/", {"ids": [client_one.pk, silent.pk], "template": template.pk}, follow=True
    )
    assert page.status_code == 200
    mailing = Mailing.objects.get()
    page = browser.get(mailing.get_absolute_url())
    assert "nobody there agreed to such letters" in text_of(page)
    assert "Dear Olga" in text_of(page)

    browser.post(f"/letters/mailings/{mailing.pk}/release/")
    run_queued_jobs()
    mailing.refresh_from_db()
    assert mailing.state == MailingState.RELEASED
    assert [(one.state, one.trouble) for one in Letter.objects.all()] == [(LetterState.HELD, Trouble.TRIAL)]


def test_nothing_is_written_to_everybody(browser_of, anna, client_one, olga):
    browser, template = browser_of(anna), make_template()

    page = browser.post("/letters/mailings/new/", {"all": "1", "template": template.pk}, follow=True)
    assert "News to everybody is news to nobody" in text_of(page)
    assert Mailing.objects.count() == 0

    browser.post(f"/letters/mailings/new/?owner={anna.pk}", {"all": "1", "template": template.pk})
    assert Mailing.objects.get().chosen == f"owner={anna.pk}"


def test_nobody_writes_to_the_clients_of_others(browser_of, anna, vera, client_two):
    agree(make_contact(client_two))
    browser_of(anna).post("/letters/mailings/new/", {"ids": [client_two.pk], "template": make_template().pk})
    assert Mailing.objects.count() == 0

    mailing = make_mailing(vera, client_two)
    assert browser_of(anna).post(f"/letters/mailings/{mailing.pk}/release/").status_code == 404


def test_a_place_that_is_not_known_is_a_clear_error_of_its_field(browser_of, director):
    page = browser_of(director).post(
        "/letters/templates/new/",
        {"name": "News", "purpose": "news", "subject_en": "Hello {nobody}", "body_en": "Text"},
    )

    assert "{nobody} is not known" in text_of(page)
    assert LetterTemplate.objects.count() == 0


def test_the_programs_templates_come_once(browser_of, director):
    browser = browser_of(director)
    for _ in range(2):
        browser.post("/letters/templates/bring-in/")

    assert LetterTemplate.objects.count() == 5


def test_a_preview_with_a_real_client_and_a_test_letter_to_oneself(browser_of, anna, client_one, olga):
    template = make_template()
    browser = browser_of(anna)

    page = browser.get(f"/letters/templates/{template.pk}/preview/?client={client_one.pk}")
    assert "News for Client One" in text_of(page)
    browser.post(f"/letters/templates/{template.pk}/preview/?client={client_one.pk}")
    assert Letter.objects.get().to_address == anna.email
    assert ClientLetter.objects.count() == 0


def test_a_personal_letter_from_the_card_once_however_often_it_is_clicked(browser_of, anna, client_one, olga):
    browser = browser_of(anna)
    form = {"contact": olga.pk, "subject": "Terms", "body": "Good day", "once": "20260305"}
    for _ in range(2):
        browser.post(f"/clients/{client_one.pk}/letters/new/", form)

    assert ClientLetter.objects.get().contact == olga


def test_consents_are_written_down_and_shown_with_their_history(browser_of, anna, client_one, olga):
    address = f"/clients/{client_one.pk}/people/{olga.pk}/consents/"
    browser = browser_of(anna)
    form = {
        "purpose": "news",
        "given": "no",
        "source": "told",
        "said_on": TODAY.isoformat(),
        "note": "by phone",
    }

    assert browser.post(address, form).status_code == 302

    assert who_agreed([olga.pk], "news") == frozenset()
    assert "by phone" in text_of(browser.get(address))


def test_how_sending_goes_is_said_honestly(browser_of, anna, settings):
    assert "nothing is sent from a test run" in text_of(browser_of(anna).get("/letters/sending/"))
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
    settings.VERNOST_MAIL_PROBLEM = "absent"
    page = text_of(browser_of(anna).get("/letters/sending/"))
    assert "Mail is not set up" in page
    assert "VERNOST_MAIL_URL is not given" in page


class TestUnsubscribing:
    @pytest.fixture
    def address(self, anna, client_one, olga):
        written = letter_to(client_one, olga, anna)
        ClientLetter.objects.filter(pk=written.pk).update(purpose=LetterPurpose.NEWS)
        Letter.objects.update(unsubscribe_hash=secret_hash(secret="open"))
        return "/unsubscribe/open/"

    def test_a_look_changes_nothing_and_a_click_does(self, client, address, olga):
        assert client.get(address).status_code == 200
        assert who_agreed([olga.pk], "news") == {olga.pk}

        assert client.post(address).status_code == 200
        assert who_agreed([olga.pk], "news") == frozenset()

    def test_the_mail_programs_own_button(self, client, address, olga):
        for _ in range(2):
            client.post(address, {"List-Unsubscribe": "One-Click"})

        assert who_agreed([olga.pk], "news") == frozenset()
        assert Consent.objects.filter(given=False).count() == 1

    def test_no_letters_at_all(self, client, address, olga):
        agree(olga, "survey")
        client.post(address, {"everything": "yes"})

        assert who_agreed([olga.pk], "survey") == frozenset()

    def test_a_secret_of_nobody_says_nothing(self, client, address):
        page = client.get("/unsubscribe/nobodys/")

        assert page.status_code == 404
        assert page["Referrer-Policy"] == "no-referrer"


def test_the_digest_is_a_choice_on_ones_own_page(browser_of, anna):
    browser = browser_of(anna)
    browser.post("/me/digest/", {"wanted": "no"})
    assert "Send it to me" in text_of(browser.get("/me/"))
