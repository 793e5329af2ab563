"""Assessments and the back-test by the API: asked for once, watched, read."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_run
from tests.factories.backtests import make_tested_signal
from tests.factories.clients import make_order
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from vernost.assessment.models import Run
from vernost.core.actions.company import set_company
from vernost.core.clock import today
from vernost.core.enums import Face, Language, Role
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import Job


@pytest.fixture(autouse=True)
def firm(db):
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


@pytest.fixture
def tested(client_one, client_two):
    return make_tested_signal(client_one, client_two)


def test_an_assessment_is_asked_for_once_and_watched(program_of, director, client_one):
    for number in range(6):
        make_order(client_one, ordered_on=today() - timedelta(days=10 + 30 * number))
    program = program_of(director)

    nothing = program.get("/api/v1/assessment-state").json()
    asked = program.post("/api/v1/assess").json()
    again = program.post("/api/v1/assess").json()
    run_queued_jobs()
    said = program.get("/api/v1/assessment-state").json()

    assert (nothing["work"], nothing["last"]) == (None, None)
    assert (asked["work"]["state"], asked["work"]["asked_by_id"]) == ("queued", director.pk)
    assert again["work"]["id"] == asked["work"]["id"]
    assert (said["work"]["state"], said["work"]["part"], said["work"]["refusal"]) == ("done", 100, "")
    run = Run.objects.latest("pk")
    assert (said["last"]["id"], said["last"]["clients"], said["last"]["why"]) == (run.pk, 1, "asked")
    assert said["gaps"]
    assert program.get(f"/api/v1/assessments/{run.pk}").json() == said["last"]


def test_without_an_order_there_is_nothing_to_judge_by(program_of, director):
    program = program_of(director)
    program.post("/api/v1/assess")
    run_queued_jobs()

    work = program.get("/api/v1/assessment-state").json()["work"]

    assert work["refusal"] == "There is no order yet, so there is nothing to judge by."


def test_assessments_of_days(program_of, director):
    make_run(as_of=TODAY - timedelta(days=100))
    last = make_run()

    items = program_of(director).get(f"/api/v1/assessments?as_of_from={TODAY}").json()["items"]

    assert [(one["id"], one["as_of"]) for one in items] == [(last.pk, str(TODAY))]
    assert "company" not in items[0]


def test_the_back_test_by_the_definitions_in_force(program_of, director, tested, client_one, client_two):
    program = program_of(director)

    said = program.get("/api/v1/back-test").json()
    named = program.get("/api/v1/back-test/silent").json()

    assert (said["as_of"], said["days"], said["clients"], said["anyway"]) == (
        str(TODAY),
        ["2024-12-31"],
        2,
        0.2,
    )
    assert [(one["code"], one["precision"], one["lead_days"]) for one in said["signals"]] == [
        ("silent", 0.5, 120.0)
    ]
    assert said["signals"][0]["thresholds"] == ["alarm_rate"]
    assert [(one["client_id"], one["fate"], one["income"]) for one in named["came"]] == [
        (client_one.pk, "left", 5000.0), (client_two.pk, "left", 5000.0),
    ]  # fmt: skip
    assert program.get("/api/v1/back-test/nothing").status_code == 404


def test_nobody_reads_names_that_he_may_not_see(program_of, boris, tested, client_one):
    named = program_of(boris).get("/api/v1/back-test/silent").json()

    assert [one["client_id"] for one in named["came"]] == [client_one.pk]


def test_a_back_test_is_asked_for_once(program_of, director):
    program = program_of(director)

    first = program.post("/api/v1/back-test").json()
    second = program.post("/api/v1/back-test").json()

    assert (first["as_of"], first["work"]["state"]) == (None, "queued")
    assert second["work"]["id"] == first["work"]["id"]
    assert Job.objects.count() == 1
    assert program_of(make_user("Olga", Role.OBSERVER)).post("/api/v1/back-test").status_code == 403
