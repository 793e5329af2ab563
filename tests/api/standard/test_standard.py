"""The communication standard by the API: rules that fit, what they ask of whom, whether they are kept."""

import pytest

from tests.factories.care import CALL, make_rule, make_touch
from tests.factories.clients import make_client
from vernost.care.models import Capacity, CareSettings, FirstWords, Rule
from vernost.core.clock import today
from vernost.core.models import AuditEntry, Job

JSON = "application/json"


def test_a_rule_is_written_and_touches_are_planned(program_of, director):
    response = program_of(director).post("/api/v1/rules", CALL, content_type=JSON)

    rule = Rule.objects.get()
    assert (response.status_code, response.json()["id"]) == (201, rule.pk)
    assert (rule.name, rule.times, rule.unit) == ("Call between orders", 1, "day")
    assert AuditEntry.objects.filter(kind="care.rule", object_id=rule.pk).exists()
    assert Job.objects.filter(task__contains="plan_all_touches").exists()


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"occasion": "new_year"}, "body.occasion"),
        ({"times": None}, "body.times"),
        ({"times": None, "every": None, "unit": "", "occasion": "nobody_knows"}, "body.occasion"),
        ({"channel": "post"}, "body.channel"),
        ({"responsible": "role"}, "body.role"),
        ({"responsible": "role", "role": "account_manager"}, "body.role"),
        ({"responsible": "person"}, "body.person_id"),
        ({"groups": ["friends"]}, "body.groups"),
        ({"kind": "dance"}, "body.kind"),
    ],
)
def test_a_rule_that_does_not_fit(values, where, program_of, director):
    response = program_of(director).post("/api/v1/rules", CALL | values, content_type=JSON)

    assert response.status_code == 422
    assert [one["where"] for one in response.json()["errors"]] == [where]
    assert not Rule.objects.exists()


def test_a_change_is_looked_at_with_what_stands_there(program_of, director):
    rule = make_rule()
    program = program_of(director)

    refused = program.patch(f"/api/v1/rules/{rule.pk}", {"channel": "post"}, content_type=JSON)
    done = program.patch(
        f"/api/v1/rules/{rule.pk}",
        {"times": None, "every": None, "unit": "", "occasion": "new_year", "if_unchanged": {"times": 1}},
        content_type=JSON,
    )

    assert refused.json()["errors"][0]["where"] == "body.channel"
    assert (done.status_code, done.json()["occasion"]) == (200, "new_year")


def test_the_shipped_standard_comes_once(program_of, director):
    program = program_of(director)

    first, second = program.post("/api/v1/rules/bring-in"), program.post("/api/v1/rules/bring-in")

    assert (first.status_code, second.status_code) == (204, 409)
    assert Rule.objects.count() == 13


def test_what_a_change_asks_of_whom_is_told_and_nothing_written(program_of, director, anna):
    make_client("Client", owner=anna, since_on="2020-01-01")
    rule = make_rule(every=90)

    said = (
        program_of(director)
        .post("/api/v1/rules/load", {"rule_id": rule.pk, "every": 7}, content_type=JSON)
        .json()
    )

    assert [one["person_id"] for one in said["people"]] == [anna.pk]
    assert said["people"][0]["after"] > said["people"][0]["before"]
    assert Rule.objects.get().every == 90


def test_plan_and_fact(program_of, anna, client_one):
    rule = make_rule()
    make_touch(client_one, rule, today(), state="done", closed_on=today())
    make_touch(client_one, rule, today(), slot_on="2026-01-01", state="done", closed_on=today())

    said = (
        program_of(anna).get(f"/api/v1/kept?by=rule&day_to={today().replace(year=today().year + 1)}").json()
    )

    assert [(one["key"], one["in_time"], one["part"]) for one in said["items"]] == [(rule.pk, 2, 1.0)]
    assert said["total"]["promised"] == 2


def test_limits_and_capacities(program_of, director, anna):
    program = program_of(director)

    said = program.patch("/api/v1/care-settings", {"cap_touches": 5}, content_type=JSON).json()
    lost = program.patch("/api/v1/care-settings", {"country": "XX"}, content_type=JSON)
    program.post(f"/api/v1/people/{anna.pk}/capacity", {"per_week": 12}, content_type=JSON)

    assert (said["cap_touches"], said["cap_days"]) == (5, 30)
    assert lost.json()["errors"][0]["where"] == "body.country"
    assert CareSettings.objects.get().cap_touches == 5
    assert Capacity.objects.get(person=anna).per_week == 12


def test_holidays_and_occasions(program_of, anna):
    program = program_of(anna)

    holidays = program.get("/api/v1/holidays?year=2026").json()
    occasions = program.get("/api/v1/occasions?year=2026").json()["items"]

    assert (holidays["country"], "2026-05-09" in [one["on"] for one in holidays["items"]]) == ("RU", True)
    assert ("womens_day", "2026-03-08") in [(one["code"], one["on"]) for one in occasions]


def test_with_what_the_client_came(program_of, anna, client_one):
    program, path = program_of(anna), f"/api/v1/clients/{client_one.pk}/first-words"

    none = program.get(path)
    program.post(path, {"task": "Win the case"}, content_type=JSON)
    said = program.post(path, {"task": "Win it", "wishes": "Soon"}, content_type=JSON).json()

    assert none.status_code == 404
    assert (said["task"], said["wishes"], said["heard_by_id"]) == ("Win it", "Soon", anna.pk)
    assert FirstWords.objects.count() == 1
