"""Cases by the API: opened, put off, closed, handed over, as in the office."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_signal
from tests.factories.people import make_user
from vernost.assessment.actions.case import open_case
from vernost.assessment.models import Case
from vernost.core.clock import now, today
from vernost.core.enums import Face, Role, Verb
from vernost.core.models import AuditEntry

JSON = "application/json"


@pytest.fixture
def case(client_one):
    make_signal(client_one, "silent")
    return open_case(client=client_one, code="silent", day=today(), by=None, at=now(), face=Face.JOB)


def test_an_opened_case_has_its_tasks_and_stands_in_the_log(program_of, anna, client_one):
    program = program_of(anna)

    response = program.post(
        "/api/v1/cases", {"client_id": client_one.pk, "code": "silent"}, content_type=JSON
    )

    case = Case.objects.get(client=client_one)
    assert (response.status_code, response.json()["id"]) == (201, case.pk)
    assert (case.owner, case.origin) == (anna, "person")
    entry = AuditEntry.objects.get(kind="assessment.case", object_id=case.pk)
    assert (entry.by, entry.face, entry.verb) == (anna, Face.API, Verb.CREATED)
    tasks = program.get(f"/api/v1/tasks?case_id={case.pk}").json()["items"]
    assert [one["id"] for one in tasks] == list(case.tasks.order_by("pk").values_list("pk", flat=True))
    assert tasks


def test_a_second_case_for_one_reason_is_refused_and_the_first_is_named(program_of, anna, case):
    sent = {"client_id": case.client_id, "code": "silent"}

    response = program_of(anna).post("/api/v1/cases", sent, content_type=JSON)

    assert (response.status_code, response.json()["code"]) == (409, "impossible")
    assert response.json()["errors"][0]["stands"] == case.pk
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"code": "nothing"}, "body.code"),
        ({"code": "other"}, "body.title"),
        ({"owner_id": 99999}, "body.owner_id"),
    ],
)
def test_what_the_office_refuses_is_refused(sent, where, program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "title": "" if where == "body.title" else "Talk"} | sent

    response = program_of(anna).post("/api/v1/cases", sent, content_type=JSON)

    assert response.status_code == 422
    assert [one["where"] for one in response.json()["errors"]] == [where]
    assert not Case.objects.exists()


def test_put_off_taken_back_and_closed(program_of, anna, case):
    program, day = program_of(anna), str(today() + timedelta(days=5))
    address = f"/api/v1/cases/{case.pk}"

    off = program.post(f"{address}/snooze", {"until": day, "reason": "Holidays"}, content_type=JSON).json()
    back = program.post(f"{address}/reopen").json()
    closed = program.post(
        f"{address}/close", {"outcome": "solved", "cause": "A late answer"}, content_type=JSON
    ).json()

    assert (off["state"], off["snoozed_until"], back["state"]) == ("snoozed", day, "open")
    assert (closed["state"], closed["outcome"], closed["closed_on"]) == ("closed", "solved", str(today()))
    case.refresh_from_db()
    assert (case.cause, case.signal.verdict) == ("A late answer", "real")


def test_no_case_is_put_off_until_a_day_that_is_past(program_of, anna, case):
    sent = {"until": str(today()), "reason": "Holidays"}

    response = program_of(anna).post(f"/api/v1/cases/{case.pk}/snooze", sent, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.until"


def test_a_case_is_not_closed_without_its_cause_nor_twice(program_of, anna, case):
    program, address = program_of(anna), f"/api/v1/cases/{case.pk}/close"

    without = program.post(address, {"outcome": "solved"}, content_type=JSON)
    program.post(address, {"outcome": "passed"}, content_type=JSON)
    twice = program.post(address, {"outcome": "solved", "cause": "Again"}, content_type=JSON)

    assert without.json()["errors"][0]["where"] == "body.cause"
    assert (twice.status_code, twice.json()["code"]) == (409, "closed")
    case.refresh_from_db()
    assert (case.outcome, case.cause) == ("passed", "")


def test_handed_over_with_its_open_tasks(program_of, anna, boris, case):
    response = program_of(anna).post(
        f"/api/v1/cases/{case.pk}/hand-over", {"owner_id": boris.pk}, content_type=JSON
    )

    assert response.json()["owner_id"] == boris.pk
    assert not case.tasks.filter(person=anna).exists()


def test_without_a_right_to_money_the_sum_is_left_out(program_of, case):
    Case.objects.update(at_stake=500)
    seen = [
        program_of(make_user(role, role)).get(f"/api/v1/cases/{case.pk}").json()["at_stake"]
        for role in (Role.OBSERVER, Role.SERVICE)
    ]

    assert seen == ["500.00", None]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("", 1),
        ("state=closed", 0),
        ("code=silent", 1),
        ("code=no_touch", 0),
        ("gone=false", 1),
        ("owner_id=99999", 0),
    ],
)
def test_filters(asked, count, program_of, anna, case):
    assert len(program_of(anna).get(f"/api/v1/cases?{asked}").json()["items"]) == count


class TestTask:
    def test_added_finished_and_taken_back(self, program_of, anna, case):
        program = program_of(anna)
        sent = {"title": "Write", "due_on": str(today()), "person_id": anna.pk}

        added = program.post(f"/api/v1/cases/{case.pk}/tasks", sent, content_type=JSON).json()
        done = program.post(f"/api/v1/tasks/{added['id']}/finish").json()
        again = program.post(f"/api/v1/tasks/{added['id']}/reopen").json()

        assert (added["title"], added["case_id"]) == ("Write", case.pk)
        assert (done["state"], done["done_by_id"], again["state"]) == ("done", anna.pk, "open")

    def test_left_out_with_a_reason(self, program_of, anna, case):
        task = case.tasks.order_by("pk")[0]
        address = f"/api/v1/tasks/{task.pk}/skip"

        assert program_of(anna).post(address, {"because": ""}, content_type=JSON).status_code == 422
        said = program_of(anna).post(address, {"because": "Done by mail"}, content_type=JSON).json()

        assert (said["state"], said["skipped_because"]) == ("skipped", "Done by mail")
