"""Endings as pages: from the grounds to the last greeting, and letters."""

from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from tests.ui.test_docx import paragraphs_of
from vernost.care.actions.ending import note_client_left
from vernost.care.enums import Checklist, EndingState, Reason
from vernost.care.models import Ending
from vernost.core.enums import Face
from vernost.ui.docx import TYPE as DOCX


@pytest.fixture
def losing(client_one):
    make_assessment(
        client_one, group="fire", group_reason="net_loss_both_windows", net_contribution_window=Decimal(-5000),
        net_contribution_previous=Decimal(-900), guards="",
    )  # fmt: skip
    make_signal(client_one, "values_conflict")
    return client_one


def test_grounds_of_the_assessment_are_ticked(browser_of, anna, losing):
    page = browser_of(anna).get(f"/clients/{losing.pk}/ending/consider/").content.decode()

    ticked = [line.split('value="')[1].split('"')[0] for line in page.splitlines() if "checked" in line]
    assert ticked == ["loses_money", "values"]


def test_way_to_a_polite_end(browser_of, anna, boris, losing):
    page, his, hers = f"/clients/{losing.pk}/ending/", browser_of(boris), browser_of(anna)
    hers.post(f"{page}consider/", {"grounds": ["loses_money"], "note": "Two years of loss"})
    hers.post(
        f"{page}chance/",
        {
            "offered_on": "2026-03-05",
            "until_on": "2026-03-19",
            "new_price": "+20 %",
            "new_terms": "In advance",
        },
    )
    hers.post(f"{page}chance/answer/", {"accepted": "no"})
    assert hers.post(f"{page}decide/", {"end": "yes", "why": "Enough"}).status_code == 403
    his.post(f"{page}decide/", {"end": "yes", "why": "It costs more than it brings"})
    assert Ending.objects.get().state == EndingState.DECIDED
    assert (
        b"To be done first"
        in hers.post(
            f"{page}finish/", {"ended_on": "2026-03-31", "contacts_a_year": "1"}, follow=True
        ).content
    )

    for item in Checklist:
        hers.post(f"{page}checklist/{item.value}/")
    hers.post(f"{page}finish/", {"ended_on": "2026-03-31", "partner": "Alpha", "contacts_a_year": "2"})

    losing.refresh_from_db()
    assert losing.ended_reason == "It costs more than it brings"
    shown = hers.get(page).content.decode()
    assert "handed over to Alpha" in shown
    assert "of 2 this year" in shown


def test_guarded_client_cannot_be_considered_and_the_page_says_why(browser_of, anna, director, client_one):
    make_assessment(client_one, guards="promising")
    page = f"/clients/{client_one.pk}/ending/consider/"

    said = browser_of(anna).post(page, {"grounds": ["values"], "guard_why": "I want to"}).content.decode()
    assert "This client is protected from being ended" in said
    assert "guard_why" not in said
    assert not Ending.objects.exists()

    browser_of(director).post(page, {"grounds": ["values"], "guard_why": "He insults our people"})
    assert Ending.objects.get().guard_by == director


def test_client_has_left(browser_of, anna, client_one):
    browser_of(anna).post(
        f"/clients/{client_one.pk}/ending/left/",
        {"ended_on": "2026-03-01", "reason": "quality", "note": "Late twice", "contacts_a_year": "1"},
    )

    client_one.refresh_from_db()
    assert client_one.ended_reason == "Late twice"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Thank you for the trust"), ("ru", "Благодарим за доверие")]
)
def test_letter_is_in_the_language_of_the_client(browser_of, anna, losing, language, text):
    page = (
        browser_of(anna)
        .get(f"/clients/{losing.pk}/ending/letters/ending/?language={language}")
        .content.decode()
    )

    assert text in page
    assert "Client One" in page
    assert "________" in page


def test_changed_letter_is_printed_and_taken(browser_of, anna, losing):
    browser, page = browser_of(anna), f"/clients/{losing.pk}/ending/letters/ending/?language=en"
    changed = {"subject": "Farewell", "body": "Dear <all>"}

    assert "Dear &lt;all&gt;" in browser.post(page, changed).content.decode()
    file = browser.post(page, changed | {"file": "txt"})
    assert file.content.decode() == "Farewell\n\nDear <all>\n"
    assert file["Content-Disposition"] == 'attachment; filename="ending-client-one.txt"'
    word = browser.post(page, changed | {"file": "docx"})
    assert word["Content-Disposition"] == 'attachment; filename="ending-client-one.docx"'
    assert word["Content-Type"] == DOCX
    assert paragraphs_of(word.content) == ["Farewell", "Dear <all>"]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, boris, anna, count, django_assert_num_queries):
    for number in range(count):
        note_client_left(
            client=make_client(f"Client {number}", owner=anna), reason=Reason.PRICE, note="", ended_on=TODAY, by=anna,
            at=AT, face=Face.WEB,
        )  # fmt: skip
    browser = browser_of(boris)

    # Session, person, people of the team, count, numbers, rows, owners of the filter.
    with django_assert_num_queries(7):
        browser.get("/policies/endings/")
