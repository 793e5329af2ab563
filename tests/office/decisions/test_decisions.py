"""Deciding in the office: the form, the list to decide, the card, lists and board, and who may."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from vernost.assessment.actions.decision import decide
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.enums import Subject
from vernost.assessment.models import Decision, Question
from vernost.core.clock import now, today
from vernost.core.enums import Face

LATER = today() + timedelta(days=200)


@pytest.fixture
def judged(client_one):
    made = make_assessment(client_one, group="discipline", group_reason="debt_overdue")
    bring_in_force(today=today())
    return made


def text_of(response) -> str:
    return response.content.decode()


def override(client, by, decided="manage", until_on=LATER):
    return decide(
        client=client, subject=Subject.GROUP, decided=decided, until_on=until_on, reason="They pay by the quarter",
        by=by, at=now(), face=Face.WEB,
    )  # fmt: skip


def test_override_is_seen_everywhere_beside_what_the_program_says(browser_of, anna, client_one, judged):
    browser = browser_of(anna)
    assert "the proposal wants a person" in text_of(browser.get("/"))

    browser.post(
        f"/clients/{client_one.pk}/decide/group/",
        {"decided": "manage", "reason": "They pay by the quarter", "until_on": LATER.isoformat()},
    )

    told = f"decided by Anna until {LATER.day}"
    card = text_of(browser.get(f"/clients/{client_one.pk}/")).replace("\xa0", " ")
    assert told in card
    assert "the program says “discipline”" in card
    assert "They pay by the quarter" in card
    assert "the program said: discipline" in card, "the history tells it too"
    assert told in text_of(browser.get(f"/clients/{client_one.pk}/valuation/")).replace("\xa0", " ")
    assert "program: discipline" in text_of(browser.get("/clients/"))
    assert "program: discipline" in text_of(browser.get("/board/"))
    assert "the proposal wants a person" not in text_of(browser.get("/"))
    listed = text_of(browser.get("/decisions/?overrides=1"))
    assert "Client One" in listed


def test_lists_filter_by_what_is_in_force_and_export_both(browser_of, anna, client_one, judged):
    override(client_one, anna)
    browser = browser_of(anna)

    assert "Client One" in text_of(browser.get("/clients/?group=manage"))
    assert "Client One" not in text_of(browser.get("/clients/?group=discipline"))
    assert "Client One" in text_of(browser.get("/clients/?overridden=1"))
    rows = b"".join(
        browser.get("/clients/?format=csv&cols=name,group,proposals,decided").streaming_content
    ).decode()
    assert 'Client One,manage,discipline,"manage: Anna' in rows


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"reason": ""}, "The program says otherwise: write why"),
        ({"until_on": "2020-01-01"}, "This day is past"),
        ({"decided": "best"}, "Select a valid choice"),
    ],
)
def test_refused_form_says_why_and_decides_nothing(browser_of, anna, client_one, judged, sent, said):
    fields = {"decided": "manage", "reason": "Why not", "until_on": LATER.isoformat()} | sent

    page = text_of(browser_of(anna).post(f"/clients/{client_one.pk}/decide/group/", fields))

    assert said in page
    assert not Decision.objects.exists()


def test_manager_may_not_reward_or_fire_and_not_undo_what_a_head_decided(
    browser_of, anna, boris, client_one, judged
):
    browser, fields = browser_of(anna), {"reason": "Enough", "until_on": LATER.isoformat()}
    address = f"/clients/{client_one.pk}/decide/group/"
    assert '<option value="fire">' not in text_of(browser.get(address))
    assert browser.post(address, fields | {"decided": "fire"}).status_code == 403

    fired = override(client_one, boris, "fire")

    assert "decided by the head" in text_of(browser.get(address))
    assert browser.post(address, fields | {"decided": "manage"}).status_code == 403
    withdraw = f"/clients/{client_one.pk}/decisions/{fired.pk}/withdraw/"
    assert browser.post(withdraw).status_code == 403
    assert browser_of(boris).post(withdraw).status_code == 302
    fired.refresh_from_db()
    assert fired.over_why == "withdrawn"


def test_manager_decides_stage_and_level_of_his_clients(browser_of, anna, client_one, judged):
    browser = browser_of(anna)
    for subject, value in (("stage", "slipping"), ("loyalty", "devotion")):
        browser.post(
            f"/clients/{client_one.pk}/decide/{subject}/",
            {"decided": value, "reason": "They told me", "until_on": LATER.isoformat()},
        )

    judged.refresh_from_db()
    assert (judged.stage_in_force, judged.loyalty_in_force) == ("slipping", "devotion")


def test_marked_questions_are_answered_and_undone(browser_of, boris, client_one, judged, anna):
    firing = make_client("Client Three", owner=anna)
    make_assessment(firing, group="fire")
    bring_in_force(today=today())
    browser = browser_of(boris)

    page = browser.post(
        "/to-decide/answer/", {"all": "1", "until_on": LATER.isoformat(), "answer": "accept"}, follow=True
    )

    assert "2 questions answered." in text_of(page)
    assert not Question.objects.exists()
    assert set(Decision.objects.values_list("decided", flat=True)) == {"discipline", "fire"}
    run = text_of(page).split("/undo/")[1].split("/")[0]
    browser.post(f"/undo/{run}/")
    assert Question.objects.count() == 2


def test_manager_answers_only_what_he_may(browser_of, anna, client_one, judged):
    firing = make_client("Client Three", owner=anna)
    make_assessment(firing, group="fire")
    bring_in_force(today=today())

    browser_of(anna).post(
        "/to-decide/answer/", {"all": "1", "until_on": LATER.isoformat(), "answer": "accept"}
    )

    assert set(Question.objects.values_list("client__name", flat=True)) == {"Client Three"}


def test_what_ran_out_is_asked_and_stays_on_the_card(browser_of, anna, client_one, judged):
    decision = override(client_one, anna, until_on=today())
    Decision.objects.filter(pk=decision.pk).update(until_on=date(2026, 1, 1))
    bring_in_force(today=today())
    browser = browser_of(anna)

    assert "the decision ran out" in text_of(browser.get("/to-decide/"))
    assert "held until 1 Jan 2026 and ran out" in text_of(browser.get(f"/clients/{client_one.pk}/")).replace(
        "\xa0", " "
    )

    browser.post("/to-decide/answer/", {"all": "1", "until_on": LATER.isoformat(), "answer": "keep"})

    judged.refresh_from_db()
    assert judged.group_in_force == "manage"
    assert Decision.objects.get(over_at=None).reason == "They pay by the quarter"


@pytest.mark.parametrize("address", ["/to-decide/", "/decisions/", "/clients/", "/board/"])
def test_three_rows_cost_as_many_queries_as_one(browser_of, boris, anna, address):
    browser, counts = browser_of(boris), []
    for number in range(3):
        asked, decided = (make_client(f"{name} {number}", owner=anna) for name in ("Asked", "Decided"))
        for client in (asked, decided):
            make_assessment(client, group="discipline")
        override(decided, anna)
        bring_in_force(today=today())
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[2]
