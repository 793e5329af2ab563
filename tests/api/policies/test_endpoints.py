"""Policies by the API: read by everybody, changed by who may, breaches answered for."""

from decimal import Decimal

from tests.api.ways import breach_of
from tests.factories.assessments import make_assessment
from tests.factories.clients import make_order
from tests.factories.people import make_user
from vernost.assessment.models import Breach, Policy
from vernost.core.clock import today
from vernost.core.enums import Face, Role
from vernost.core.models import AuditEntry

JSON = "application/json"
ADDRESS = "/api/v1/policies/discipline"


def test_shipped_changed_and_shipped_again(program_of, director):
    program = program_of(director)

    shipped = program.get("/api/v1/policies").json()
    changed = program.patch(
        ADDRESS, {"payment_days": 21, "if_unchanged": {"payment_days": 14}}, content_type=JSON
    ).json()
    stale = program.patch(
        ADDRESS, {"payment_days": 30, "if_unchanged": {"payment_days": 14}}, content_type=JSON
    )
    program.delete(ADDRESS)
    again = program.get("/api/v1/policies").json()

    assert [one["group"] for one in shipped] == ["reward", "manage", "discipline", "fire"]
    assert {one["own"] for one in shipped} == {False}
    assert (changed["own"], changed["payment_days"], changed["since_on"]) == (True, 21, str(today()))
    # What was not sent stays as it was shipped.
    assert (changed["response_hours"], changed["debt_stops_orders"]) == (24, True)
    assert (stale.status_code, stale.json()["errors"][0]["stands"]) == (409, 21)
    assert again == shipped
    entries = AuditEntry.objects.filter(kind="assessment.policy")
    assert {(one.by, one.face) for one in entries} == {(director, Face.API)}


def test_nothing_is_written_where_nothing_is_sent(program_of, director):
    assert program_of(director).patch(ADDRESS, {}, content_type=JSON).json()["own"] is False
    assert not Policy.objects.exists()


def test_terms_that_cannot_be_are_refused(program_of, director):
    response = program_of(director).patch(
        ADDRESS, {"priority": 10, "discount_percent": "101"}, content_type=JSON
    )

    assert [one["where"] for one in response.json()["errors"]] == ["body.priority", "body.discount_percent"]


def test_without_the_scope_of_settings_nothing_is_changed(program_of, director):
    response = program_of(director, "judgement:write").patch(ADDRESS, {"priority": 1}, content_type=JSON)

    assert (response.status_code, response.json()["code"]) == (403, "scope_missing")


def test_what_a_client_may_get_and_what_was_used(program_of, anna, client_one):
    make_assessment(client_one)
    make_order(client_one, ordered_on=today(), discount_percent=Decimal(7))
    address = f"/api/v1/clients/{client_one.pk}/allowance"
    service = make_user("Sam", Role.SERVICE)

    said = program_of(anna).get(address).json()
    terms = {one["name"]: one for one in said["terms"]}

    assert said["group"] == "manage"
    assert (terms["discount_percent"]["allowed"], terms["discount_percent"]["used"]) == ("5.00", "7.00")
    assert (terms["discount_percent"]["over"], terms["extras"]["over"]) == (True, False)
    assert (terms["debt_stops_orders"]["allowed"], terms["priority"]["allowed"]) == (False, "2")
    assert "gifts" in terms
    assert "gifts" not in {one["name"] for one in program_of(service).get(address).json()["terms"]}


def test_a_client_whom_nobody_has_judged_has_no_terms(program_of, anna, client_one):
    said = program_of(anna).get(f"/api/v1/clients/{client_one.pk}/allowance").json()

    assert (said["group"], said["terms"]) == (None, [])


def test_somebody_answers_for_a_breach(program_of, boris, client_one):
    pk = breach_of(client_one)
    program = program_of(boris)

    said = program.post(f"/api/v1/breaches/{pk}/answer", {"why": "An old friend"}, content_type=JSON).json()
    twice = program.post(f"/api/v1/breaches/{pk}/answer", {"why": "Again"}, content_type=JSON)

    assert (said["answered_by_id"], said["why"]) == (boris.pk, "An old friend")
    assert (twice.status_code, twice.json()["code"]) == (409, "closed")
    assert program.get("/api/v1/breaches?answered=false").json()["items"] == []
    assert Breach.objects.get(pk=pk).why == "An old friend"


def test_sums_of_breaches_are_for_who_sees_money(program_of, client_one):
    breach_of(client_one)
    breach_of(client_one, code="discount_too_high", found=12, allowed=5)

    items = program_of(make_user("Sam", Role.SERVICE)).get("/api/v1/breaches").json()["items"]

    assert [(one["code"], one["found"], one["allowed"]) for one in items] == [
        ("debt_unpaid", None, None), ("discount_too_high", "12.00", "5.00"),
    ]  # fmt: skip
