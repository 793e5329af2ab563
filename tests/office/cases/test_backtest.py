"""The back-test's pages: numbers, the clients behind them, thresholds tried before they are saved."""

import pytest

from tests.factories.backtests import make_tested_signal
from tests.factories.moments import AT
from vernost.assessment.queries.backtest import tuned_by
from vernost.assessment.queries.method import method
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
    return make_tested_signal(client_one, client_two)


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
