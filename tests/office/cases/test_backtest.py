"""The back-test's pages: numbers, the clients behind them, thresholds tried before they are saved."""

import pytest

from tests.factories.moments import AT, TODAY
from vernost.assessment.models import BackTest, BackTestSignal
from vernost.assessment.queries.backtest import key_of, tuned_by
from vernost.assessment.queries.method import as_json, method
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import Job
from vernost.engine.codes import SIGNALS
from vernost.engine.settings import Settings
from vernost.office.cases.tuning import Tuning


def text_of(response) -> str:
    return response.content.decode()


@pytest.fixture(autouse=True)
def firm(db):
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


@pytest.fixture
def tested(client_one, client_two):
    test = BackTest.objects.create(
        key=key_of(method()), as_of=TODAY, made_at=AT, settings=as_json(method()), days=["2024-12-31"],
        clients=2, base={"judged": 10, "left": 1, "fell": 2, "grew": 0},
    )  # fmt: skip
    lines = [[client.pk, "2024-12-31", "left", 120, 5000.0] for client in (client_one, client_two)]
    return BackTestSignal.objects.create(
        backtest=test, code="silent", flagged=4, came=2, vain=2, missed=1, lead_days=120.0,
        named={"came": lines, "vain": [], "missed": []},
    )  # fmt: skip


def test_numbers_lead_to_the_clients(browser_of, director, tested):
    browser = browser_of(director)

    page = text_of(browser.get("/signals/history/"))
    assert "50%" in page
    assert "20.0% left or fell" in page
    page = text_of(browser.get("/signals/history/silent/?show=came"))
    assert "Client One" in page
    assert "Client Two" in page


def test_head_sees_no_names_of_other_teams(browser_of, boris, tested):
    page = text_of(browser_of(boris).get("/signals/history/silent/"))

    assert "Client One" in page
    assert "Client Two" not in page
    assert "Thresholds" not in page


def test_without_two_years_nothing_is_said(browser_of, director, client_one):
    browser = browser_of(director)

    browser.post("/signals/history/run/")
    run_queued_jobs()

    assert Job.objects.get().result == {"backtest": None}
    assert "Nobody has looked at the past yet" in text_of(browser.get("/signals/history/"))


def test_thresholds_are_tried_and_only_then_saved(browser_of, director, tested):
    browser = browser_of(director)

    trial = browser.post("/signals/history/silent/", {"alarm_rate": "0.2"}).url

    job = Job.objects.get()
    assert job.arguments["values"] == {"alarm_rate": 0.2}
    assert method().alarm_rate == Settings().alarm_rate
    page = text_of(browser.get(trial))
    assert "Waiting for the worker." in page
    assert "0.2" in page
    browser.post(f"{trial}save/")
    assert method().alarm_rate == 0.2


@pytest.mark.parametrize("code", [signal.code for signal in SIGNALS])
def test_every_threshold_has_its_slider(code):
    form = Tuning(current=Settings(), names=tuned_by(code))

    assert list(form.fields) == list(tuned_by(code))
