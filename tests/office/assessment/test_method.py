"""The definitions: tried before they are saved, saved with an audit line; and asking for an assessment."""

from datetime import timedelta

import pytest

from tests.factories.clients import make_client, make_order
from vernost.assessment.models import Run
from vernost.assessment.queries.method import method
from vernost.core.actions.company import set_company
from vernost.core.clock import now, today
from vernost.core.enums import Face, JobState, Language
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import AuditEntry, Job


@pytest.fixture
def company(director):
    return set_company(
        name="Firm", currency="RUB", language=Language.ENGLISH, by=director, at=now(), face=Face.WEB
    )


def filled(browser, **changes) -> dict:
    form = browser.get("/settings/method/").context["form"]
    values = {name: form[name].value() for name in form.fields if form[name].value() not in (None, {})}
    return values | changes


def test_effect_is_shown_before_the_change_is_saved(browser_of, director, anna, company):
    client = make_client("Regular", owner=anna)
    for number in range(6):
        make_order(client, ordered_on=today() - timedelta(days=10 + 30 * number))
    browser = browser_of(director)

    response = browser.post("/settings/method/", filled(browser, regular_occasions="8"))
    run_queued_jobs()
    page = browser.get(response.url).content.decode()

    assert "1 client changes the stage." in page
    assert "Purchases that make a client regular" in page
    assert method().regular_occasions == 3
    assert Run.objects.count() == 0

    browser.post(f"{response.url}save/")

    assert method().regular_occasions == 8
    assert AuditEntry.objects.filter(kind="core.companysettings", by=director).exists()
    assert Job.objects.filter(state=JobState.QUEUED, task="vernost.assessment.tasks.assess").count() == 1


def test_definition_that_contradicts_itself_is_refused_in_words(browser_of, director, anna, company):
    make_order(make_client("Client", owner=anna), ordered_on=today())
    browser = browser_of(director)

    response = browser.post("/settings/method/", filled(browser, lost_overdue="1"))
    run_queued_jobs()

    page = browser.get(response.url).content.decode()
    assert "Nothing was stored" in page
    assert "Save the change" not in page


def test_sending_the_form_as_it_is_changes_nothing(browser_of, director, company):
    browser = browser_of(director)

    response = browser.post("/settings/method/", filled(browser), follow=True)

    assert "Nothing differs from the definitions in force." in response.content.decode()
    assert Job.objects.count() == 0


def test_assessment_is_asked_for_once(browser_of, director, company):
    browser = browser_of(director)

    browser.post("/assessments/now/")
    response = browser.post("/assessments/now/", follow=True)

    assert "An assessment is waiting already." in response.content.decode()
    assert Job.objects.count() == 1
    run_queued_jobs()
    assert "There is no order yet" in browser.get("/assessments/").content.decode()
