"""From a template to a mailing whose held back clients are shown; and unsubscribing without logging in."""

from playwright.sync_api import Page, expect

from tests.factories.clients import make_client
from tests.factories.mail import agree, make_contact
from tests.factories.moments import AT
from vernost.care.actions.client_letter import write_letter
from vernost.care.enums import LetterPurpose
from vernost.care.models import ClientLetter, Mailing
from vernost.channels.actions.delivery import secret_hash
from vernost.channels.models import Letter
from vernost.clients.queries.consent import who_agreed
from vernost.core.jobs.worker import run_queued_jobs


def test_template_preview_mailing_held_back_and_queue(page: Page, log_in, boris, anna, client_one):
    olga = make_contact(client_one, "Olga")
    agree(olga)
    make_contact(make_client("Silent", owner=anna), "Petr")
    log_in(boris.email)

    page.goto("/letters/templates/new/")
    page.locator("[name=name]").fill("Autumn news")
    page.get_by_label("What it is for").select_option("news")
    page.get_by_label("Subject, in English").fill("News for {clientt}")
    page.get_by_label("Text, in English").fill("Dear {contact},\nthere is news.\n{owner}")
    page.get_by_role("button", name="Save and look").click()
    expect(page.get_by_text("{clientt} is not known")).to_be_visible()
    page.get_by_label("Subject, in English").fill("News for {client}")
    page.get_by_role("button", name="Save and look").click()
    expect(page.locator("article.letter")).to_contain_text("News for Client One")
    page.get_by_role("button", name="Send it to me").click()
    expect(page.get_by_text("nothing is sent from a test run")).to_be_visible()

    page.goto(f"/clients/?owner={anna.pk}")
    page.get_by_role("checkbox", name="Mark the row").first.check()
    page.locator("#marked").get_by_label("all 2 results").check()
    page.get_by_text("Write to them").click()
    page.get_by_role("button", name="Begin a mailing").click()
    page.get_by_label("What it is about").fill("Autumn for Anna's clients")
    page.get_by_role("button", name="See who gets it").click()
    expect(page.get_by_text("1 client gets a letter.")).to_be_visible()
    expect(page.locator("#list")).to_contain_text("nobody there agreed to such letters")

    page.get_by_role("button", name="Release 1 letter").click()
    expect(page.get_by_text("they leave in two minutes")).to_be_visible()
    run_queued_jobs()
    page.reload()
    expect(page.locator("#list")).to_contain_text("nothing is sent from a test run")
    assert Mailing.objects.get().name == "Autumn for Anna's clients"
    assert Letter.objects.filter(behind__isnull=False).count() == 1


def test_unsubscribing_needs_no_login(page: Page, anna, client_one):
    olga = make_contact(client_one, "Olga")
    agree(olga)
    written = write_letter(
        client=client_one,
        contact=olga,
        purpose=LetterPurpose.WORK,
        subject="News",
        body="News",
        by=anna,
        at=AT,
    )
    ClientLetter.objects.filter(pk=written.pk).update(purpose=LetterPurpose.NEWS)
    Letter.objects.update(unsubscribe_hash=secret_hash(secret="open"))

    page.goto("/unsubscribe/open/")
    # In the language of the company, for nobody knows that of the reader.
    expect(page.get_by_role("heading", name="Больше не присылать таких писем?")).to_be_visible()
    page.get_by_role("button", name="Больше таких не присылать").click()

    expect(page.get_by_text("больше не пришлёт вам таких писем")).to_be_visible()
    assert who_agreed([olga.pk], "news") == frozenset()
