"""Mail as pages: mine to read, another's only when shared."""

from datetime import date

import pytest

from tests.channels.conftest import PASSWORD, mail_server  # noqa: F401  (a fixture)
from tests.factories.letters import make_letter, make_mailbox
from tests.factories.moments import AT
from vernost.assessment.models import Task
from vernost.channels.models import IgnoredAddress, Mailbox
from vernost.clients.actions.contact import create_contact
from vernost.core.enums import Face
from vernost.core.models import Job
from vernost.voice.models import Correspondence, Interaction

pytestmark = pytest.mark.django_db
IVAN = "ivan@alpha.example"


@pytest.fixture
def ivan(client_one, anna):
    return create_contact(client=client_one, name="Ivan", email=IVAN, by=anna, at=AT, face=Face.WEB)


@pytest.fixture
def letter(anna, ivan):
    return make_letter(make_mailbox(anna), IVAN, text="We agree, between us.")


def test_private_letter_is_annas_alone(browser_of, anna, boris, director, vera, letter):
    page = f"/mail/letters/{letter.pk}/"
    link = Correspondence.objects.get()

    assert b"between us" in browser_of(anna).get(page).content
    for other in (boris, director, vera):
        browser = browser_of(other)
        assert browser.get(page).status_code == 404
        assert b"We agree" not in browser.get("/mail/").content
        for act in ("share", "unshare", "take-off"):
            assert browser.post(f"/mail/links/{link.pk}/{act}/").status_code == 404
        assert browser.post(f"/mail/letters/{letter.pk}/give/", {"client": link.client_id}).status_code == 404
    assert b"between us" not in browser_of(boris).get("/search/?q=between").content


def test_shared_letter_stands_on_the_card_and_is_found(browser_of, anna, boris, vera, letter, client_one):
    link = Correspondence.objects.get()
    browser_of(anna).post(f"/mail/links/{link.pk}/share/")

    card = browser_of(boris).get(f"/clients/{client_one.pk}/").content.decode()
    assert "We agree, between us." in card
    assert f"/mail/letters/{letter.pk}/" in card
    assert b"between us" in browser_of(boris).get("/search/?q=between").content
    seen = browser_of(boris).get(f"/mail/letters/{letter.pk}/").content.decode()
    assert "between us" in seen
    assert "Make it private again" not in seen
    # Who sees it only because it was shared does not change whose it is.
    assert browser_of(boris).post(f"/mail/links/{link.pk}/unshare/").status_code == 403
    assert browser_of(vera).get(f"/mail/letters/{letter.pk}/").status_code == 404


def test_sharing_can_be_taken_back_at_once(browser_of, anna, letter):
    link = Correspondence.objects.get()
    browser = browser_of(anna)
    page = browser.post(f"/mail/links/{link.pk}/share/", follow=True).content.decode()
    undo = page.split('action="/undo/')[1].split('"')[0]

    browser.post(f"/undo/{undo}")

    link.refresh_from_db()
    assert link.shared_at is None
    assert not Interaction.objects.filter(deleted_at=None).exists()


def test_share_all_and_stop(browser_of, anna, letter, client_one):
    browser = browser_of(anna)

    browser.post(f"/mail/clients/{client_one.pk}/share/")
    assert Interaction.objects.count() == 1
    assert b"Share no more of them" in browser.get(f"/mail/letters/{letter.pk}/").content
    browser.post(f"/mail/clients/{client_one.pk}/stop/")
    assert b"Share all my letters" in browser.get(f"/mail/letters/{letter.pk}/").content


@pytest.mark.parametrize(
    ("address", "shown"),
    [("", {"Told", "Secret", "Nobody's"}), ("?unmatched=1", {"Nobody's"}), ("?private=1", {"Secret"}),
     ("?shared=1", {"Told"}), ("?q=secret", {"Secret"}), ("?way=out", set())],
)  # fmt: skip
def test_filters(browser_of, anna, ivan, address, shown):
    mailbox = make_mailbox(anna)
    told = make_letter(mailbox, IVAN, Subject="Told")
    make_letter(mailbox, IVAN, Subject="Secret")
    make_letter(mailbox, "x@nobody.example", Subject="Nobody's")
    browser = browser_of(anna)
    browser.post(f"/mail/links/{Correspondence.objects.get(letter=told).pk}/share/")

    page = browser.get(f"/mail/{address}").content.decode().replace("&#x27;", "'")

    table = page.split("<tbody")[1].split("</tbody>")[0] if "<tbody" in page else ""
    assert {one for one in ("Told", "Secret", "Nobody's") if f">{one}</a>" in table} == shown


def test_letter_is_given_to_a_client_found_by_words(browser_of, anna, ivan, client_one):
    letter = make_letter(make_mailbox(anna), "new@gamma.example")
    browser = browser_of(anna)
    page = browser.get(f"/mail/letters/{letter.pk}/?find=Ivan").content.decode()
    assert "Give the letter" in page

    browser.post(f"/mail/letters/{letter.pk}/give/", {"client": client_one.pk, "contact": ivan.pk})

    assert Correspondence.objects.get(letter=letter).contact == ivan


def test_letter_is_not_given_to_a_client_that_is_not_seen(browser_of, anna, client_two):
    letter = make_letter(make_mailbox(anna), "new@gamma.example")

    browser_of(anna).post(f"/mail/letters/{letter.pk}/give/", {"client": client_two.pk})

    assert not Correspondence.objects.exists()


def test_task_of_a_letter(browser_of, anna, letter):
    link = Correspondence.objects.get()
    given = {"link": link.pk, "title": "Answer Ivan", "due_on": "2026-03-10"}

    browser_of(anna).post(f"/mail/letters/{letter.pk}/task/", given)

    task = Task.objects.get()
    assert (task.client, task.person, task.title, task.due_on) == (
        link.client,
        anna,
        "Answer Ivan",
        date(2026, 3, 10),
    )


def test_stranger_becomes_a_new_contact(browser_of, anna, client_one, ivan):
    mailbox = make_mailbox(anna)
    make_letter(mailbox, "Nina <nina@alpha.example>")
    browser = browser_of(anna)
    assert b"nina@alpha.example" in browser.get("/mail/unknown/").content
    page = f"/mail/unknown/{mailbox.pk}/?address=nina@alpha.example"
    assert b"Client One" in browser.get(page).content

    browser.post(page, {"address": "nina@alpha.example", "client": client_one.pk, "name": "Nina"})

    assert Correspondence.objects.get().contact.email == "nina@alpha.example"
    assert b"nina@alpha.example" not in browser.get("/mail/unknown/").content


def test_stranger_is_never_read_and_read_again(browser_of, anna):
    mailbox = make_mailbox(anna)
    make_letter(mailbox, "news@shop.example")
    browser = browser_of(anna)

    browser.post(f"/mail/unknown/{mailbox.pk}/ignore/", {"address": "news@shop.example"})
    browser.get("/")
    assert b"news@shop.example" not in browser.get("/mail/").content + browser.get("/mail/unknown/").content
    browser.post(f"/mail/mailbox/heed/{IgnoredAddress.objects.get().pk}/")
    assert b"news@shop.example" in browser.get("/mail/unknown/").content


def form(port: int, **changed: object) -> dict[str, object]:
    return {
        "address": "anna@firm.example", "host": "127.0.0.1", "port": port, "security": "none", "login": "anna",
        "password": PASSWORD, "folder_in": "INBOX", "folder_sent": "", "since_on": "2026-01-01", "is_on": "on",
    } | changed  # fmt: skip


@pytest.mark.xdist_group("dovecot")
def test_mailbox_is_tried_before_it_is_saved(browser_of, anna, mail_server):  # noqa: F811
    browser = browser_of(anna)

    refused = browser.post("/mail/mailbox/", form(mail_server.port, password="wrong")).content.decode()
    assert "does not take this login and password" in refused
    assert "Nothing was saved." in refused
    assert not Mailbox.objects.exists()

    browser.post("/mail/mailbox/", form(mail_server.port))
    assert Mailbox.objects.get().owner == anna
    assert Job.objects.filter(task__endswith="fetch_one_mailbox").count() == 1
    page = browser.get("/mail/mailbox/").content.decode()
    assert PASSWORD not in page
    # Without a new password the old one is tried and stays.
    browser.post("/mail/mailbox/", form(mail_server.port, password="", is_on=""))
    assert Mailbox.objects.get().is_on is False


def test_mailbox_page_is_honest(browser_of, anna):
    mailbox = make_mailbox(anna)
    Mailbox.objects.filter(pk=mailbox.pk).update(
        last_problem="login_refused", last_detail="Too bad", failures=3, last_tried_at=AT
    )

    page = browser_of(anna).get("/mail/mailbox/").content.decode()

    assert "does not take this login" in page
    assert "Too bad" in page
    browser_of(anna).post(f"/mail/mailboxes/{mailbox.pk}/read/")
    assert Job.objects.filter(task__endswith="fetch_one_mailbox").exists()


def test_director_sees_how_reading_goes_and_no_more(browser_of, anna, director, boris):
    mailbox = make_mailbox(anna)
    make_letter(mailbox, IVAN, Subject="Between us")

    page = browser_of(director).get("/mail/mailboxes/").content.decode()

    assert "anna@firm.example" in page
    assert "Between us" not in page
    assert browser_of(director).post(f"/mail/mailboxes/{mailbox.pk}/disconnect/").status_code == 404
    assert browser_of(boris).get("/mail/mailboxes/").status_code == 403


def test_mailbox_of_a_team_is_read_by_the_team(browser_of, anna, vera, north):
    letter = make_letter(make_mailbox(None, team=north), "x@nobody.example")

    assert browser_of(anna).get(f"/mail/letters/{letter.pk}/").status_code == 200
    assert browser_of(vera).get(f"/mail/letters/{letter.pk}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, anna, ivan, count, django_assert_num_queries):
    mailbox = make_mailbox(anna)
    for _ in range(count):
        make_letter(mailbox, IVAN)
    browser = browser_of(anna)

    # Session, person, is there a mailbox, mailboxes, count, numbers, rows, clients.
    with django_assert_num_queries(8):
        browser.get("/mail/")
