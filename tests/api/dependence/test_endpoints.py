"""Dependence by the API: the same clients, parts and plans as on the office's page."""

import pytest

from tests.factories.economics import ECONOMICS, make_firm
from tests.factories.people import make_user
from vernost.assessment.models import DependencePlan, Run
from vernost.clients.models import ServiceLine
from vernost.core.enums import Face, Role, Verb
from vernost.core.models import AuditEntry

JSON = "application/json"


@pytest.fixture
def firm(client_one, client_two):
    return make_firm(client_one, client_two)


def plan_for(client, person, **values):
    return {
        "client_id": client.pk, "owner_id": person.pk, "aim": "Below 15%", "due_on": "2099-09-01",
        "review_on": "2099-06-01", "steps": "Ask for a talk",
    } | values  # fmt: skip


def test_clients_with_their_parts_and_what_is_left_without_them(program_of, director, firm, client_one):
    said = program_of(director).get("/api/v1/dependence").json()

    first = said["clients"][0]
    assert (said["judged_on"], said["limit"]) == (str(firm.as_of), 0.2)
    assert (first["client_id"], first["revenue"], first["share"]) == (client_one.pk, "60000.00", 0.6)
    # 45,000 of 30,000: the other client costs what is missing.
    assert (first["profit_part"], first["dangerous"], first["plan_missing"]) == (1.5, True, True)
    assert first["without"] == {"revenue": 40000.0, "contribution": -15000.0, "hours": 3.0, "people": []}
    assert [one["name"] for one in said["owners"]][:1] == [client_one.owner.name]


def test_trees_and_lines_of_the_company(program_of, director, firm, client_one):
    line = ServiceLine.objects.create(name="Advice")
    tree = {
        "root": client_one.pk,
        "clients": 2,
        "orders": 3,
        "revenue": 50000.0,
        "contribution": 15000.0,
        "own": 20000.0,
    }
    row = {"line": line.pk, "clients": 2, "orders": 3, "revenue": 60000.0, "margin": 30000.0}
    Run.objects.filter(pk=firm.pk).update(
        economics=ECONOMICS | {"trees": [tree | {"own": 20000.0}], "lines": [row]}
    )

    said = program_of(director).get("/api/v1/dependence").json()

    assert said["trees"] == [
        {
            "number": client_one.pk, "clients": 2, "orders": 3, "revenue": 50000.0, "share": 0.5,
            "recommended": 30000.0, "contribution": 15000.0, "profit_part": 0.5, "dangerous": True,
        }
    ]  # fmt: skip
    assert [(one["number"], one["share"], one["dangerous"]) for one in said["service_lines"]] == [
        (line.pk, 0.6, True)
    ]


def test_an_account_manager_sees_his_own_clients_as_parts_of_the_whole(program_of, anna, firm, client_one):
    said = program_of(anna).get("/api/v1/dependence").json()

    assert [(one["client_id"], one["share"]) for one in said["clients"]] == [(client_one.pk, 0.6)]
    assert (said["trees"], said["owners"], said["segments"]) == ([], [], [])


def test_before_the_first_assessment_there_is_nothing(program_of, director):
    said = program_of(director).get("/api/v1/dependence").json()

    assert (said["judged_on"], said["clients"]) == (None, [])


def test_a_plan_is_written_changed_and_closed(program_of, anna, client_one):
    program = program_of(anna)

    made = program.post("/api/v1/dependence-plans", plan_for(client_one, anna), content_type=JSON).json()
    address = f"/api/v1/dependence-plans/{made['id']}"
    changed = program.patch(
        address, {"aim": "Below 10%", "if_unchanged": {"aim": "Below 15%"}}, content_type=JSON
    ).json()
    closed = program.post(f"{address}/close", {"outcome": "He gives 12% now"}, content_type=JSON).json()

    assert (changed["aim"], changed["steps"]) == ("Below 10%", "Ask for a talk")
    assert (closed["outcome"], closed["closed_on"] is not None) == ("He gives 12% now", True)
    entries = AuditEntry.objects.filter(kind="assessment.dependenceplan", object_id=made["id"])
    assert [(one.by, one.face) for one in entries] == [(anna, Face.API)] * 3
    assert entries.filter(verb=Verb.CREATED).count() == 1
    assert program.get("/api/v1/dependence-plans").json()["items"] == []
    assert [one["id"] for one in program.get("/api/v1/dependence-plans?closed=true").json()["items"]] == [
        made["id"]
    ]


def test_a_plan_that_is_looked_at_too_late_is_refused(program_of, anna, client_one):
    given = plan_for(client_one, anna, due_on="2099-06-01", review_on="2099-09-01")

    response = program_of(anna).post("/api/v1/dependence-plans", given, content_type=JSON)

    assert response.status_code == 422
    assert response.json()["errors"] == [
        {"where": "body.review_on", "what": "Look at the plan before it is to be done.", "stands": None}
    ]
    assert not DependencePlan.objects.exists()


def test_no_second_plan_while_one_is_open_and_no_change_of_a_closed_one(program_of, anna, client_one):
    program = program_of(anna)
    made = program.post("/api/v1/dependence-plans", plan_for(client_one, anna), content_type=JSON).json()
    address = f"/api/v1/dependence-plans/{made['id']}"

    second = program.post("/api/v1/dependence-plans", plan_for(client_one, anna), content_type=JSON)
    program.post(f"{address}/close", {"outcome": "Done"}, content_type=JSON)
    late = program.patch(address, {"aim": "Below 5%"}, content_type=JSON)

    assert (second.status_code, second.json()["code"]) == (409, "impossible")
    assert (late.status_code, late.json()["code"]) == (409, "closed")
    assert DependencePlan.objects.get().aim == "Below 15%"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(program_of, anna, client_one):
    program = program_of(anna)
    made = program.post("/api/v1/dependence-plans", plan_for(client_one, anna), content_type=JSON).json()

    response = program.patch(
        f"/api/v1/dependence-plans/{made['id']}",
        {"aim": "Mine", "if_unchanged": {"aim": "What I saw"}},
        content_type=JSON,
    )

    assert response.status_code == 409
    assert response.json()["errors"][0]["stands"] == "Below 15%"


def test_who_may_not_see_money_is_refused(program_of, firm):
    service = make_user("Sam", Role.SERVICE)

    assert program_of(service).get("/api/v1/dependence").status_code == 403
