"""Goals in the office: set with the effect shown, watched, opened to the rows, closed with a conclusion."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.clients import make_order
from tests.factories.goals import make_goal
from vernost.core.clock import today
from vernost.core.models import AuditEntry
from vernost.programmes.models import Goal, GoalNote


def text_of(response) -> str:
    return response.content.decode()


def form(**fields: object) -> dict[str, object]:
    day = today()
    return {
        "title": "More orders", "measure": "orders", "scope": "company", "better": "more", "target": "10",
        "starts_on": day.isoformat(), "ends_on": (day + timedelta(days=300)).isoformat(),
    } | fields  # fmt: skip


@pytest.fixture
def ordered(client_one):
    for days in (10, 100, 500):
        make_order(client_one, ordered_on=today() - timedelta(days=days))
    return client_one


def test_director_sets_a_goal_and_the_numbers_are_there(browser_of, director, ordered):
    page = browser_of(director).post("/goals/new/", form(owner=director.pk), follow=True)

    goal = Goal.objects.get()
    assert (goal.start, goal.now, goal.state) == (2, 2, "at_risk")
    assert "More orders" in text_of(page)
    assert "To go" in text_of(page)
    run = AuditEntry.objects.get(kind="programmes.goal").run
    browser_of(director).post(f"/undo/{run}/")
    assert "More orders" not in text_of(browser_of(director).get("/goals/"))


def test_effect_of_the_target_is_said_before_it_is_saved(browser_of, director, ordered):
    browser = browser_of(director)

    said = text_of(browser.get("/goals/effect/", form(target="16")))
    assert "Today: 2." in said
    assert "The target is +14 against today." in said
    # One order in the year before.
    assert "In the last year it moved by +1." in said
    page = text_of(browser.post("/goals/new/", form(target="16", owner=director.pk, preview="1")))
    assert "+14 against today" in page
    assert not Goal.objects.exists()


def test_head_sets_goals_of_his_people_alone(browser_of, boris, anna, vera, ordered):
    browser = browser_of(boris)

    browser.post("/goals/new/", form(owner=anna.pk))
    browser.post("/goals/new/", form(owner=anna.pk, scope="person", person=vera.pk))
    assert not Goal.objects.exists()
    browser.post("/goals/new/", form(owner=anna.pk, scope="person", person=anna.pk))
    assert Goal.objects.get().person == anna


def test_scope_without_whose_and_an_end_before_the_beginning_are_refused(browser_of, director):
    page = text_of(
        browser_of(director).post(
            "/goals/new/", form(owner=director.pk, scope="team", ends_on=today().isoformat())
        )
    )

    assert "Say whose clients are counted." in page
    assert "A goal ends after it begins." in page


def test_rows_open_for_the_clients_one_sees(browser_of, anna, director, ordered, client_two):
    make_order(client_two, ordered_on=today(), number="of-two")
    goal = make_goal(
        director, on=today(), starts_on=today() - timedelta(days=30), ends_on=today() + timedelta(days=30)
    )

    whole = text_of(browser_of(director).get(f"/goals/{goal.pk}/rows/"))
    own = text_of(browser_of(anna).get(f"/goals/{goal.pk}/rows/"))

    assert "Client Two" in whole
    assert "Client One" in own
    assert "Client Two" not in own


def test_owner_finds_it_on_today_and_closes_it(browser_of, anna, director, ordered):
    goal = make_goal(
        anna, on=today(), starts_on=today() - timedelta(days=60), ends_on=today() - timedelta(days=1)
    )
    browser = browser_of(anna)
    assert "The time of a goal is over" in text_of(browser.get("/"))

    refused = browser.post(f"/goals/{goal.pk}/close/", {"conclusion": " "}, follow=True)
    assert "closed with a conclusion" in text_of(refused)
    page = browser.post(f"/goals/{goal.pk}/close/", {"conclusion": "Too few calls"}, follow=True)

    assert "Too few calls" in text_of(page)
    assert "missed" in text_of(page)
    assert "The time of a goal is over" not in text_of(browser.get("/"))
    assert browser.post(f"/goals/{goal.pk}/reopen/").status_code == 403


def test_others_neither_note_nor_close_nor_see_a_persons_goal(browser_of, anna, vera, director):
    own = make_goal(director, on=today(), scope="person", person=anna)
    common = make_goal(director, on=today())
    browser = browser_of(vera)

    assert browser.get(f"/goals/{own.pk}/").status_code == 404
    assert browser.get(f"/goals/{common.pk}/").status_code == 200
    assert browser.post(f"/goals/{common.pk}/note/", {"text": "x"}).status_code == 403
    assert browser.post(f"/goals/{common.pk}/close/", {"conclusion": "x"}).status_code == 403
    assert browser.get(f"/goals/{common.pk}/edit/").status_code == 403


def test_note_with_a_link_that_leads_nowhere_else(browser_of, director):
    goal = make_goal(director, on=today())
    browser = browser_of(director)

    for link in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"):
        browser.post(f"/goals/{goal.pk}/note/", {"text": "Look", "link": link})
    assert not GoalNote.objects.exists()
    browser.post(f"/goals/{goal.pk}/note/", {"text": "Call all", "is_decision": "on", "link": "/ideas/"})
    assert "Call all" in text_of(browser.get(f"/goals/{goal.pk}/"))


def test_change_and_remove(browser_of, director, ordered):
    goal = make_goal(director, on=today())
    browser = browser_of(director)
    browser.post(f"/goals/{goal.pk}/edit/", form(owner=director.pk, target="2", title="Two are enough"))
    goal.refresh_from_db()
    assert (goal.title, goal.state) == ("Two are enough", "reached")

    browser.post(f"/goals/{goal.pk}/remove/")
    assert browser.get(f"/goals/{goal.pk}/").status_code == 404


def test_list_is_filtered_and_taken_away(browser_of, director, ordered):
    make_goal(director, on=today(), title="Reached", target=1, ends_on=today() + timedelta(days=9))
    make_goal(director, on=today(), title="Far", target=99, ends_on=today() + timedelta(days=9))
    browser = browser_of(director)

    page = text_of(browser.get("/goals/?state=reached"))
    assert "Reached" in page
    assert "Far" not in page
    file = b"".join(browser.get("/goals/?format=csv").streaming_content).decode()
    assert file.count("\n") == 3


def test_queries_do_not_grow_with_the_goals(browser_of, director, anna, ordered):
    browser, counts = browser_of(director), []
    for number in (1, 2):
        for _again in range(number):
            make_goal(director, on=today(), scope="person", person=anna)
        browser.get("/goals/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/goals/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_page_of_a_goal_counts_nothing(browser_of, director, ordered):
    """Orders are not asked for: what the page shows was counted before."""
    goal = make_goal(director, on=today())
    browser = browser_of(director)
    browser.get(f"/goals/{goal.pk}/")

    with CaptureQueriesContext(connection) as queries:
        browser.get(f"/goals/{goal.pk}/")

    assert [query["sql"] for query in queries if "clients_order" in query["sql"]] == []
