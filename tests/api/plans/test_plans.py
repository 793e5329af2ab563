"""Development plans by the API: drafted, measured, worked on, reviewed, finished."""

from datetime import timedelta

import pytest

from tests.api.care_records import plan_of, reviewed_plan_of
from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_order
from tests.factories.plans import make_running_plan
from vernost.care.models import Touch
from vernost.core.clock import today
from vernost.core.models import AuditEntry
from vernost.programmes.models import Aim, Kpi, Plan, PlanTemplate

JSON = "application/json"


def _new(client, person, **values):
    return {
        "client_id": client.pk,
        "name": "Grow",
        "responsible_id": person.pk,
        "since_on": str(today()),
        "until_on": str(today() + timedelta(days=300)),
    } | values


def test_a_draft_from_a_template_is_started(program_of, anna, client_one):
    program = program_of(anna)

    made = program.post("/api/v1/plans", _new(client_one, anna, template="wallet"), content_type=JSON).json()
    lacks = program.post(f"/api/v1/plans/{made['id']}/start")
    program.patch(f"/api/v1/plans/{made['id']}", {"review_on": str(today())}, content_type=JSON)
    program.post(
        f"/api/v1/plans/{made['id']}/numbers", {"measure": "complaints", "target": "0"}, content_type=JSON
    )
    begun = program.post(f"/api/v1/plans/{made['id']}/start")

    plan = Plan.objects.get()
    assert (lacks.status_code, begun.json()["state"], plan.state) == (409, "running", "running")
    assert "review" in lacks.json()["errors"][0]["what"]
    assert Touch.objects.filter(action__plan=plan).count() == plan.actions.count() > 0
    assert AuditEntry.objects.filter(kind="programmes.plan", object_id=plan.pk, face="api").exists()
    assert program.post(f"/api/v1/plans/{plan.pk}/start").json()["code"] == "closed"


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"until_on": "2020-01-01"}, "body.until_on"),
        ({"review_on": "2020-01-01"}, "body.review_on"),
        ({"template": "unknown"}, "body.template"),
        ({"responsible_id": 10_000}, "body.responsible_id"),
    ],
)
def test_a_plan_that_cannot_be(values, where, program_of, anna, client_one):
    response = program_of(anna).post("/api/v1/plans", _new(client_one, anna) | values, content_type=JSON)

    assert [one["where"] for one in response.json()["errors"]] == [where]
    assert not Plan.objects.exists()


def test_whoever_answers_for_it_sees_the_client(program_of, anna, vera, client_one):
    program, plan = program_of(anna), plan_of(client_one)

    asked = program.post("/api/v1/plans", _new(client_one, vera), content_type=JSON)
    changed = program.patch(f"/api/v1/plans/{plan.pk}", {"responsible_id": vera.pk}, content_type=JSON)
    sent = {"what": "Call", "kind": "call", "person_id": vera.pk, "due_on": str(today())}
    acted = program.post(f"/api/v1/plans/{plan.pk}/actions", sent, content_type=JSON)

    wheres = [one.json()["errors"][0]["where"] for one in (asked, changed, acted)]
    assert wheres == ["body.responsible_id", "body.responsible_id", "body.person_id"]


def test_numbers_are_counted_and_show_their_rows(program_of, anna, client_one):
    make_order(client_one, ordered_on=today() - timedelta(days=5))
    program, plan = program_of(anna), plan_of(client_one)
    number = plan.kpis.get().pk

    program.patch(f"/api/v1/plan-numbers/{number}", {"target": "7"}, content_type=JSON)
    said = program.get(f"/api/v1/plan-numbers?plan_id={plan.pk}").json()["items"]
    rows = program.get(f"/api/v1/plan-numbers/{number}/rows").json()
    readings = program.get(f"/api/v1/plan-numbers/{number}/readings").json()["items"]

    assert [(one["measure"], one["target"], one["now"]) for one in said] == [("orders", "7.00", "1.00")]
    assert (rows["based_on"], rows["items"][0]["client_id"]) == (1, client_one.pk)
    assert readings


def test_a_number_is_there_once_and_one_of_a_client(program_of, anna, client_one):
    program, path = program_of(anna), f"/api/v1/plans/{plan_of(client_one).pk}/numbers"

    twice = program.post(path, {"measure": "orders", "target": "7"}, content_type=JSON)
    unknown = program.post(path, {"measure": "weather", "target": "7"}, content_type=JSON)
    no_line = program.post(path, {"measure": "line_orders", "target": "7"}, content_type=JSON)

    assert twice.status_code == 409
    assert unknown.json()["errors"][0]["where"] == "body.measure"
    assert no_line.json()["errors"][0]["where"] == "body.line_id"
    assert Kpi.objects.count() == 1


def test_numbers_in_money_are_for_who_may_see_money(program_of, anna, client_one):
    plan = plan_of(client_one)
    path = f"/api/v1/plans/{plan.pk}/numbers"
    program_of(anna).post(path, {"measure": "revenue", "target": "700"}, content_type=JSON)
    poor = program_of(anna, "care:write")

    assert len(program_of(anna).get("/api/v1/plan-numbers").json()["items"]) == 2
    assert [one["measure"] for one in poor.get("/api/v1/plan-numbers").json()["items"]] == ["orders"]
    assert "revenue" not in [one["code"] for one in poor.get("/api/v1/measures").json()["items"]]
    refused = poor.post(path, {"measure": "revenue", "target": "700"}, content_type=JSON)
    assert refused.json()["errors"][0]["where"] == "body.measure"


def test_an_aim_that_changes_stays_in_the_history(program_of, anna, client_one):
    plan = plan_of(client_one)
    old = plan.aims.get()
    program, path = program_of(anna), f"/api/v1/plan-aims/{old.pk}/change"

    new = program.post(path, {"text": "Be near", "why": "He moved"}, content_type=JSON).json()
    again = program.post(path, {"why": "He moved"}, content_type=JSON)
    gone = program.post(f"/api/v1/plan-aims/{new['id']}/change", {"why": "He left"}, content_type=JSON).json()

    assert again.json()["code"] == "closed"
    assert (new["text"], gone["over_on"], gone["why"]) == ("Be near", str(today()), "He left")
    assert Aim.objects.filter(plan=plan).count() == 2
    assert program.get("/api/v1/plan-aims?over=false").json()["items"] == []


def test_actions_are_moved_done_and_dropped(program_of, anna, client_one):
    plan = make_running_plan(client_one, anna)
    action = plan.actions.get()
    program, path = program_of(anna), f"/api/v1/plan-actions/{action.pk}"

    program.patch(path, {"due_on": str(today())}, content_type=JSON)
    touch = Touch.objects.get(action=action)
    done = program.post(f"{path}/finish", {"note": "He agreed"}, content_type=JSON).json()
    late = program.post(f"{path}/drop", {"why": "Too late"}, content_type=JSON)

    assert touch.due_on == today()
    assert (done["state"], done["note"], late.json()["code"]) == ("done", "He agreed", "closed")
    touch.refresh_from_db()
    assert touch.state == "done"


def test_a_review_freezes_the_numbers(program_of, anna, client_one):
    plan = make_running_plan(client_one, anna)

    said = (
        program_of(anna)
        .post(f"/api/v1/plans/{plan.pk}/reviews", {"reached": "Much", "decided": "Go on"}, content_type=JSON)
        .json()
    )

    assert [one["measure"] for one in said["numbers"]] == ["orders"]
    plan.refresh_from_db()
    assert (plan.state, plan.review_on) == ("reviewed", plan.until_on)


def test_a_finished_plan_is_changed_by_nobody(program_of, anna, client_one):
    reviewed_plan_of(client_one)
    plan, program = Plan.objects.get(), program_of(anna)

    done = program.post(f"/api/v1/plans/{plan.pk}/finish", {"outcome": "Much"}, content_type=JSON).json()
    later = program.patch(f"/api/v1/plans/{plan.pk}", {"risks": "None"}, content_type=JSON)

    assert (done["state"], done["outcome"], later.json()["code"]) == ("finished", "Much", "closed")


def test_a_shipped_template_is_changed_and_put_back(program_of, director):
    program, path = program_of(director), "/api/v1/plan-templates/wallet"
    shipped = program.get(path).json()

    changed = program.patch(path, {"advice": "Seldom"}, content_type=JSON).json()
    program.delete(path)

    assert (changed["advice"], changed["aims"], changed["key"]) == ("Seldom", shipped["aims"], "wallet")
    assert program.get(path).json() == shipped
    assert PlanTemplate.objects.get().deleted_at is not None
    assert program.delete(path).status_code == 404


def test_a_template_has_numbers_of_plans(program_of, director):
    kpis = [{"measure": "line_orders", "how": "to", "by": "3"}]

    response = program_of(director).post(
        "/api/v1/plan-templates", {"name": "Ours", "aims": ["Be near"], "kpis": kpis}, content_type=JSON
    )

    assert response.json()["errors"][0]["where"] == "body.kpis"


def test_everybody_names_the_key_clients_and_sees_his_own(program_of, anna, vera, client_two):
    client = make_client("Key", owner=anna, strategic=True)
    make_assessment(client)
    client_two.strategic = True
    client_two.save()
    make_assessment(client_two)
    plan = plan_of(client)

    items = program_of(anna).get("/api/v1/key-clients").json()["items"]

    found = {one["name"]: (one["is_open"], one["plan_id"], one["stage"] is None) for one in items}
    assert found == {"Key": (True, plan.pk, False), "Client Two": (False, None, True)}
