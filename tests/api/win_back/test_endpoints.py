"""Winning back by the API: the register, attempts within the rule, numbers."""

from datetime import timedelta

from tests.api.ways import attempt_of, win_back_of
from tests.factories.people import make_user
from vernost.care.models import Attempt, WinBack
from vernost.core.clock import today
from vernost.core.enums import Face, Role
from vernost.core.models import AuditEntry

JSON = "application/json"
TRIED = {"tried_on": str(today()), "what": "A call", "result": "thinks"}


def test_the_rule_follows_what_is_written(program_of, anna, client_one):
    program, address = program_of(anna), f"/api/v1/win-backs/{win_back_of(client_one)}"

    mend = program.patch(address, {"reason": "quality"}, content_type=JSON).json()
    invite = program.patch(
        address, {"mended_on": str(today()), "what_changed": "A new engineer"}, content_type=JSON
    ).json()
    stale = program.patch(address, {"note": "x", "if_unchanged": {"reason": "price"}}, content_type=JSON)

    assert (mend["advice"], invite["advice"], invite["reason"]) == ("mend_first", "invite", "quality")
    assert (stale.status_code, stale.json()["errors"][0]["stands"]) == (409, "quality")
    entry = AuditEntry.objects.filter(kind="care.winback").order_by("pk").first()
    assert (entry.by, entry.face) == (anna, Face.API)


def test_an_attempt_counts_against_the_budget(program_of, anna, client_one):
    program, pk = program_of(anna), win_back_of(client_one)
    next_on = str(today() + timedelta(days=30))

    made = program.post(
        f"/api/v1/win-backs/{pk}/attempts", TRIED | {"cost": "5000.00", "next_on": next_on}, content_type=JSON
    )
    line = program.get(f"/api/v1/win-backs/{pk}").json()

    assert (made.status_code, made.json()["person_id"], made.json()["cost"]) == (201, anna.pk, "5000.00")
    assert (line["spent"], line["next_on"], line["advice"]) == ("5000.00", next_on, "budget_spent")
    assert [one["id"] for one in program.get("/api/v1/win-back-attempts").json()["items"]] == [
        made.json()["id"]
    ]


def test_where_the_rule_says_no_a_head_goes_on_with_a_reason(program_of, anna, boris, client_one):
    pk = win_back_of(client_one)
    program_of(anna).patch(f"/api/v1/win-backs/{pk}", {"reason": "closed"}, content_type=JSON)
    address, given = f"/api/v1/win-backs/{pk}/attempts", TRIED | {"why": "He opens again"}

    refused = program_of(anna).post(address, given, content_type=JSON)
    made = program_of(boris).post(address, given, content_type=JSON)

    assert (refused.status_code, refused.json()["code"]) == (409, "refused_by_policy")
    assert [one["what"] for one in refused.json()["errors"]] == ["do not try"]
    assert (made.status_code, made.json()["why"]) == (201, "He opens again")
    assert Attempt.objects.count() == 1


def test_who_is_back_is_not_tried_again(program_of, anna, client_one):
    pk = win_back_of(client_one)
    WinBack.objects.filter(pk=pk).update(won_on=today(), advice="won")

    tried = program_of(anna).post(f"/api/v1/win-backs/{pk}/attempts", TRIED, content_type=JSON)

    assert (tried.status_code, tried.json()["code"]) == (409, "closed")
    assert program_of(anna).get("/api/v1/win-backs?worth_trying=true").json()["items"] == []
    assert program_of(anna).get("/api/v1/win-backs?won=true").json()["items"][0]["id"] == pk


def test_sums_are_for_who_sees_money(program_of, client_one):
    attempt_of(client_one)
    program = program_of(make_user("Sam", Role.SERVICE))

    line = program.get("/api/v1/win-backs").json()["items"][0]
    attempt = program.get("/api/v1/win-back-attempts").json()["items"][0]

    assert (line["significance"], line["budget"], line["spent"], attempt["cost"]) == (None,) * 4
    assert (line["advice"], attempt["what"]) == ("offer", "A call")
    assert program.get("/api/v1/win-back-numbers").status_code == 403


def test_how_winning_back_went(program_of, director, client_one, client_two):
    attempt_of(client_one)
    attempt_of(client_two)
    WinBack.objects.filter(client=client_two).update(won_on=today())

    said = program_of(director).get("/api/v1/win-back-numbers").json()

    assert (said["gone"], said["tried"], said["attempts"], said["won_after_trying"]) == (1, 2, 2, 1)
    assert (said["part"], said["spent"]) == (0.5, "200.00")
    assert said["by_reason"] == [{"reason": "change", "gone": 2, "won": 1}]
