"""Cases in the browser's eyes: lists, the page of a case, mass changes, tasks, playbooks, rights."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client
from tests.factories.moments import AT
from vernost.assessment.actions.case import hand_over_cases, open_case
from vernost.assessment.models import Case, Task
from vernost.core.actions.company import set_company
from vernost.core.clock import today
from vernost.core.enums import Face, Language


def text_of(response) -> str:
    return response.content.decode()


def make_case(client, code="silent"):
    make_signal(client, code)
    return open_case(client=client, code=code, day=today(), by=None, at=AT, face=Face.JOB)


@pytest.fixture(autouse=True)
def english(db):
    """Playbooks speak the company's language."""
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


@pytest.fixture
def case(client_one, boris):
    make_assessment(client_one)
    return make_case(client_one)


def test_case_shows_evidence_tasks_and_history(browser_of, anna, case):
    page = text_of(browser_of(anna).get(f"/signals/cases/{case.pk}/"))

    assert "Silent for too long" in page
    assert "Call today: ask how things are, not whether they order" in page
    assert "80 days" in page
    assert "₽40,000" in page
    assert "Close the case" in page


def test_others_cases_are_not_there_until_handed_over(browser_of, boris, vera, case):
    address = f"/signals/cases/{case.pk}/"
    assert browser_of(vera).get(address).status_code == 404
    assert case not in browser_of(vera).get("/signals/").context["page"].rows

    hand_over_cases(cases=[case], to=vera, by=boris, at=AT, face=Face.WEB)

    assert "To the client" not in text_of(browser_of(vera).get(address))
    assert browser_of(vera).post(f"{address}close/", {"outcome": "lost", "cause": "x"}).status_code == 302
    assert Case.objects.get().state == "closed"


def test_closing_asks_for_the_cause(browser_of, anna, case):
    address = f"/signals/cases/{case.pk}/close/"

    assert "Say what the cause was" in text_of(browser_of(anna).post(address, {"outcome": "solved"}))
    assert browser_of(anna).post(address, {"outcome": "passed"}).status_code == 302
    case.refresh_from_db()
    assert case.outcome == "passed"
    browser_of(anna).post(f"/signals/cases/{case.pk}/reopen/")
    case.refresh_from_db()
    assert (case.state, case.reopened) == ("open", 1)


def test_many_are_put_off_at_once_and_undone(browser_of, anna, case, client_one):
    make_case(client_one, "dependence")
    browser = browser_of(anna)
    until = (today() + timedelta(days=9)).isoformat()

    page = browser.post(
        "/signals/change/snooze/", {"all": "1", "until": until, "reason": "Later"}, follow=True
    )

    assert "2 cases changed." in text_of(page)
    assert set(Case.objects.values_list("state", flat=True)) == {"snoozed"}
    undo = next(message.extra_tags for message in page.context["messages"])
    browser.post(undo)
    assert set(Case.objects.values_list("state", flat=True)) == {"open"}


def test_nothing_is_changed_without_what_is_asked(browser_of, anna, case):
    page = browser_of(anna).post("/signals/change/snooze/", {"ids": [case.pk], "until": "x"}, follow=True)

    assert "Nothing was changed" in text_of(page)


def test_export_has_the_cases(browser_of, anna, case):
    answer = browser_of(anna).get("/signals/?format=csv")

    assert "Silent for too long" in b"".join(answer.streaming_content).decode()


def test_task_is_ticked_off_left_out_and_added(browser_of, anna, case):
    browser = browser_of(anna)
    first, second, _heads = Task.objects.order_by("place")
    assert "Call today" not in text_of(browser.get("/"))
    Task.objects.update(due_on=today())
    assert "Call today" in text_of(browser.get("/"))

    browser.post(f"/signals/tasks/{first.pk}/done/")
    browser.post(f"/signals/tasks/{second.pk}/skip/", {"because": "No second person"})
    browser.post(
        f"/signals/cases/{case.pk}/tasks/",
        {"title": "Send flowers", "due_on": today().isoformat(), "person": anna.pk},
    )

    # The page that tells of it.
    browser.get("/signals/")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state, second.skipped_because) == ("done", "skipped", "No second person")
    page = text_of(browser.get("/"))
    assert "Send flowers" in page
    assert "Call today: ask" not in page


def test_task_is_his_who_is_to_do_it(browser_of, vera, case):
    task = Task.objects.order_by("place").first()
    assert browser_of(vera).post(f"/signals/tasks/{task.pk}/done/").status_code == 404

    Task.objects.filter(pk=task.pk).update(person=vera)

    assert browser_of(vera).post(f"/signals/tasks/{task.pk}/done/").status_code == 302


def test_person_opens_a_case_and_is_led_to_it_the_second_time(browser_of, anna, client_one):
    browser = browser_of(anna)
    given = {"code": "other", "title": "Contract ends"}

    browser.post(f"/clients/{client_one.pk}/cases/new/", given)
    again = browser.post(f"/clients/{client_one.pk}/cases/new/", given)

    assert again.url == Case.objects.get().get_absolute_url()
    assert "Contract ends" in text_of(browser.get(f"/clients/{client_one.pk}/"))


def test_director_writes_a_playbook(browser_of, director, client_one):
    browser = browser_of(director)
    form = {
        "opens_from": 1, "reopen_days": 5, "steps-TOTAL_FORMS": 1, "steps-INITIAL_FORMS": 0,
        "steps-0-title": "Bring a cake", "steps-0-doer": "director", "steps-0-days": 2,
    }  # fmt: skip

    assert "Ask the former person" in text_of(browser.get("/signals/playbooks/contact_changed/"))
    browser.post("/signals/playbooks/contact_changed/", form)

    task = make_case(client_one, "contact_changed").tasks.get()
    assert (task.title, task.person, task.due_on) == ("Bring a cake", director, today() + timedelta(days=2))
    assert "our own" in text_of(browser.get("/signals/playbooks/"))


@pytest.mark.parametrize(("url", "queries"), [("/signals/", 10), ("/signals/cases/{pk}/", 24)])
def test_pages_ask_the_same_for_one_and_three(
    browser_of, anna, case, url, queries, django_assert_max_num_queries
):
    browser = browser_of(anna)
    for number in range(2):
        make_case(make_client(f"More {number}", owner=anna))
    with django_assert_max_num_queries(queries):
        browser.get(url.format(pk=case.pk))
