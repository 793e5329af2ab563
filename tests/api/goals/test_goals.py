"""Goals by the API: set within one's reach, counted at once, noted on, closed."""

from datetime import timedelta

import pytest

from tests.api.care_records import goal_of, somebody
from tests.factories.clients import make_order
from vernost.core.clock import today
from vernost.core.models import AuditEntry
from vernost.programmes.models import Goal, GoalNote

JSON = "application/json"


def _new(person, **values):
    return {
        "title": "More orders",
        "measure": "orders",
        "target": "10",
        "starts_on": str(today() - timedelta(days=30)),
        "ends_on": str(today() + timedelta(days=300)),
        "owner_id": person.pk,
    } | values


def test_a_goal_is_counted_when_it_is_set(program_of, director, client_one):
    make_order(client_one, ordered_on=today() - timedelta(days=2))
    program = program_of(director)

    made = program.post("/api/v1/goals", _new(director), content_type=JSON).json()

    assert (made["now"], made["scope"], made["counted_on"]) == ("1.00", "company", str(today()))
    assert program.get(f"/api/v1/goals/{made['id']}").json()["now"] == "1.00"
    rows = program.get(f"/api/v1/goals/{made['id']}/rows").json()
    assert [one["client_id"] for one in rows["items"]] == [client_one.pk]
    assert program.get(f"/api/v1/goals/{made['id']}/values").json()["items"]
    assert AuditEntry.objects.get(kind="programmes.goal", object_id=made["id"]).face == "api"


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"ends_on": "2020-01-01"}, "body.ends_on"),
        ({"measure": "weather"}, "body.measure"),
        ({"measure": "line_orders"}, "body.measure"),
        ({"scope": "team"}, "body.team_id"),
        ({"owner_id": 10_000}, "body.owner_id"),
    ],
)
def test_a_goal_that_cannot_be(values, where, program_of, director):
    response = program_of(director).post("/api/v1/goals", _new(director, **values), content_type=JSON)

    assert [one["where"] for one in response.json()["errors"]] == [where]
    assert not Goal.objects.exists()


def test_a_head_sets_goals_of_his_team_alone(program_of, boris, anna, vera, north):
    program = program_of(boris)
    subjects = [{"scope": "company"}, {"scope": "person", "person_id": vera.pk}, {"scope": "team", "team_id": north.pk},
                {"scope": "person", "person_id": anna.pk}]  # fmt: skip

    codes = [
        program.post("/api/v1/goals", _new(anna, **one), content_type=JSON).status_code for one in subjects
    ]

    assert codes == [422, 422, 201, 201]


def test_another_scope_forgets_the_former_one(program_of, director, anna, client_one):
    goal = goal_of(client_one)
    sent = {"scope": "company", "if_unchanged": {"scope": "person", "person_id": anna.pk}}

    said = program_of(director).patch(f"/api/v1/goals/{goal.pk}", sent, content_type=JSON).json()

    assert (said["scope"], said["person_id"]) == ("company", None)


def test_who_answers_for_it_notes_and_closes(program_of, anna, client_one):
    goal = goal_of(client_one)
    Goal.objects.update(owner=anna)
    program, path = program_of(anna), f"/api/v1/goals/{goal.pk}"

    program.post(f"{path}/notes", {"text": "We call more", "link": "/ideas/3/"}, content_type=JSON)
    elsewhere = program.post(f"{path}/notes", {"text": "x", "link": "//evil.example"}, content_type=JSON)
    done = program.post(f"{path}/close", {"conclusion": "Reached"}, content_type=JSON).json()
    again = program.post(f"{path}/close", {"conclusion": "Reached"}, content_type=JSON)

    assert [one["text"] for one in program.get("/api/v1/goal-notes").json()["items"]] == ["We call more"]
    assert elsewhere.json()["errors"][0]["where"] == "body.link"
    assert (done["closed_on"], done["conclusion"]) == (str(today()), "Reached")
    assert (again.status_code, again.json()["code"]) == (409, "closed")
    assert GoalNote.objects.count() == 1


def test_a_closed_one_is_opened_again(program_of, director, client_one):
    goal = goal_of(client_one)
    Goal.objects.update(closed_on=today(), conclusion="Reached")

    said = program_of(director).post(f"/api/v1/goals/{goal.pk}/reopen").json()

    assert (said["closed_on"], said["conclusion"]) == (None, "")


def test_goals_in_money_are_for_who_may_see_money(program_of, director):
    program_of(director).post("/api/v1/goals", _new(somebody(), measure="revenue"), content_type=JSON)

    assert len(program_of(director).get("/api/v1/goals").json()["items"]) == 1
    assert program_of(director, "care:read").get("/api/v1/goals").json()["items"] == []
