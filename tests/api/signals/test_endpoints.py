from tests.factories.assessments import make_signal
from tests.factories.people import make_user
from vernost.assessment.actions.case import open_case
from vernost.assessment.models import Case
from vernost.core.clock import now, today
from vernost.core.enums import Face, Role
from vernost.core.models import AuditEntry

JSON = "application/json"


def test_a_false_alarm_closes_its_case(program_of, anna, client_one):
    signal = make_signal(client_one)
    open_case(client=client_one, code="silent", day=today(), by=None, at=now(), face=Face.JOB)

    said = program_of(anna).post(
        f"/api/v1/signals/{signal.pk}/judge", {"verdict": "false"}, content_type=JSON
    )

    assert (said.json()["verdict"], said.json()["verdict_by_id"]) == ("false", anna.pk)
    assert Case.objects.get().outcome == "false"
    assert AuditEntry.objects.filter(kind="assessment.signal", by=anna, face=Face.API).exists()


def test_what_was_said_is_taken_back(program_of, anna, client_one):
    signal = make_signal(client_one)
    program, address = program_of(anna), f"/api/v1/signals/{signal.pk}/judge"
    program.post(address, {"verdict": "real"}, content_type=JSON)

    assert program.post(address, {"verdict": None}, content_type=JSON).json()["verdict"] == ""


def test_numbers_that_are_money_are_left_out(program_of, client_one):
    make_signal(client_one, "dependence", observed=0.4)
    make_signal(client_one, "silent", observed=80)
    shown = program_of(make_user("Sveta", Role.SERVICE)).get("/api/v1/signals").json()["items"]

    assert {one["code"]: (one["observed"], one["at_stake"]) for one in shown} == {
        "dependence": (None, None),
        "silent": (80, None),
    }


def test_past_ones_are_asked_for(program_of, anna, client_one):
    make_signal(client_one)
    make_signal(client_one, "no_touch", over_on=today())
    program = program_of(anna)

    assert [one["code"] for one in program.get("/api/v1/signals").json()["items"]] == ["silent"]
    assert [one["code"] for one in program.get("/api/v1/signals?over=true").json()["items"]] == ["no_touch"]
