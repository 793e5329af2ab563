"""Loyalty by the API: what is known of one client and of all, and what is noted of them."""

import pytest

from tests.api.ways import factor, parting
from tests.factories.assessments import make_assessment
from tests.factories.clients import make_order
from tests.factories.moments import TODAY
from tests.factories.people import make_user
from vernost.assessment.models import ClientAssessment, Expectation, FactorMark
from vernost.core.enums import Face, Role
from vernost.core.models import AuditEntry

JSON = "application/json"
CARD = {"noted_on": "2026-03-01", "source": "A talk"}


def test_the_level_with_its_evidence_and_the_next_step(program_of, anna, client_one):
    make_assessment(client_one)

    said = program_of(anna).get(f"/api/v1/clients/{client_one.pk}/loyalty").json()

    assert (said["judged_on"], said["level"], said["assumed"]) == (str(TODAY), "satisfaction", True)
    assert [(one["code"], one["reached"]) for one in said["levels"]] == [
        ("satisfaction", True), ("devotion", False), ("partnership", False),
    ]  # fmt: skip
    assert said["why"][0]
    assert said["task"]
    assert said["what_would_change_it"]
    assert said["contradiction"] is None


def test_words_and_deeds_with_sums_for_who_may_see_them(program_of, director, client_one):
    parting(client_one)
    make_order(client_one, ordered_on=TODAY, amount=300)
    service = make_user("Sam", Role.SERVICE)
    address = f"/api/v1/clients/{client_one.pk}/loyalty"

    windows = program_of(director).get(address).json()["contradiction"]["windows"]
    hidden = program_of(service).get(address).json()["contradiction"]["windows"]

    assert (windows[0]["last"], windows[0]["bought"], windows[1]["bought"]) == (str(TODAY), 300.0, 0.0)
    assert [one["bought"] for one in hidden] == [None, None]


def test_who_says_well_and_buys_less(program_of, director, anna, boris, client_one, client_two):
    parting(client_one)
    make_assessment(client_two)
    service = make_user("Sam", Role.SERVICE)

    items = program_of(director).get("/api/v1/loyalty/contradictions").json()["items"]

    assert [(one["client_id"], one["revenue_previous"], one["revenue_window"]) for one in items] == [
        (client_one.pk, "80000.00", "40000.00")
    ]
    hidden = program_of(service).get("/api/v1/loyalty/contradictions").json()["items"][0]
    assert (hidden["revenue_previous"], hidden["revenue_window"], hidden["nps_last"]) == (None, None, 10)
    said = program_of(anna).get("/api/v1/loyalty").json()
    assert said["say_well_and_buy_less"] == 1
    assert {"level": "satisfaction", "clients": 1} in said["levels"]


def test_a_mark_is_noted_and_replaced_and_the_one_before_stays(program_of, anna, client_one):
    program = program_of(anna)
    given = CARD | {
        "client_id": client_one.pk,
        "factor_id": factor().pk,
        "state": "broken",
        "note": "Shouted",
    }

    first = program.post("/api/v1/factor-marks", given, content_type=JSON).json()
    broken = program.get("/api/v1/loyalty").json()["broken"]
    program.post("/api/v1/factor-marks", given | {"state": "met"}, content_type=JSON)
    unknown = program.post("/api/v1/factor-marks", given | {"state": None}, content_type=JSON)

    assert (first["state"], first["noted_by_id"], first["note"]) == ("broken", anna.pk, "Shouted")
    assert [(one["name"], one["clients"]) for one in broken] == [("Nobody is rude", 1)]
    assert (unknown.status_code, unknown.json()) == (200, None)
    assert program.get("/api/v1/factor-marks").json()["items"] == []
    assert [one["state"] for one in program.get("/api/v1/factor-marks?over=true").json()["items"]] == [
        "broken", "met",
    ]  # fmt: skip
    entries = AuditEntry.objects.filter(kind="assessment.factormark")
    assert {(one.by, one.face) for one in entries} == {(anna, Face.API)}


def test_a_factor_that_is_none_is_refused(program_of, anna, client_one):
    given = CARD | {"client_id": client_one.pk, "factor_id": 99999, "state": "met"}

    response = program_of(anna).post("/api/v1/factor-marks", given, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.factor_id"
    assert not FactorMark.objects.exists()


def test_a_scorecard_and_the_gap_it_shows(program_of, anna, client_one):
    make_assessment(client_one)
    program = program_of(anna)
    scores = [{"aspect": "price", "wanted": 4, "given": 6}, {"aspect": "attention", "wanted": 9, "given": 5}]

    response = program.post(
        "/api/v1/expectations", CARD | {"client_id": client_one.pk, "scores": scores}, content_type=JSON
    )

    assert (response.status_code, [one["gap"] for one in response.json()]) == (201, [0, 4])
    assert [one["aspect"] for one in program.get("/api/v1/expectations").json()["items"]] == [
        "price", "attention",
    ]  # fmt: skip
    gap = next(one for one in program.get("/api/v1/loyalty").json()["gaps"] if one["aspect"] == "attention")
    assert (gap["of"], gap["wanted"], gap["given"], gap["gap"]) == ("manage", 9.0, 5.0, 4.0)
    card = program.get(f"/api/v1/clients/{client_one.pk}/loyalty").json()["scorecard"]
    assert {(one["aspect"], one["wanted"]) for one in card} == {("price", 4), ("attention", 9)}


@pytest.mark.parametrize(
    ("scores", "where"),
    [
        ([], "body.scores"),
        ([{"aspect": "price", "wanted": 4}] * 2, "body.scores"),
        ([{"aspect": "price", "wanted": 11}], "body.scores.0.wanted"),
    ],
)
def test_a_scorecard_that_says_nothing_or_too_much_is_refused(scores, where, program_of, anna, client_one):
    given = CARD | {"client_id": client_one.pk, "scores": scores}

    response = program_of(anna).post("/api/v1/expectations", given, content_type=JSON)

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == where
    assert not Expectation.objects.exists()


def test_two_scorecards_of_one_day_are_refused_in_the_words_of_the_page(
    program_of, browser_of, anna, client_one
):
    given = CARD | {"client_id": client_one.pk, "scores": [{"aspect": "price", "wanted": 4}]}
    program = program_of(anna)
    program.post("/api/v1/expectations", given, content_type=JSON)

    response = program.post("/api/v1/expectations", given, content_type=JSON)
    page = browser_of(anna).post(
        f"/clients/{client_one.pk}/loyalty/expectations/", CARD | {"price_wanted": 5}
    )

    said = "There is a scorecard of this day. Nothing was written; choose another day."
    assert response.json()["errors"] == [{"where": "body.noted_on", "what": said, "stands": None}]
    assert said in page.content.decode()
    assert Expectation.objects.get().wanted == 4


def test_a_client_whom_nobody_has_judged(program_of, anna, client_one):
    said = program_of(anna).get(f"/api/v1/clients/{client_one.pk}/loyalty").json()

    assert (said["judged_on"], said["level"], said["levels"]) == (None, "", [])
    assert not ClientAssessment.objects.exists()
