"""The method by the API: tried before it is saved, saved with an audit line; playbooks, factors."""

from datetime import timedelta

import pytest

from tests.api.ways import factor_mark_of, threshold_trial_of, trial_of
from tests.factories.clients import make_client, make_order
from tests.factories.moments import AT
from vernost.assessment.models import FactorMark, LoyaltyFactor, Playbook, Run
from vernost.assessment.queries.method import method
from vernost.assessment.queries.playbook import playbooks
from vernost.core.actions.company import set_company
from vernost.core.clock import today
from vernost.core.enums import Face, JobState, Language
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import AuditEntry, Job

JSON = "application/json"
ASSESS = "vernost.assessment.tasks.assess"


@pytest.fixture(autouse=True)
def firm(db):
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


def test_definitions_with_their_defaults(program_of, director):
    said = {one["name"]: one for one in program_of(director).get("/api/v1/method").json()}

    assert (said["regular_occasions"]["value"], said["regular_occasions"]["default"]) == (3, 3)
    assert said["regular_occasions"]["meaning"] == "Purchases that make a client regular (S2)."
    assert (said["outlook_model"]["value"], said["exchange_rates"]["value"]) == ("mbg_nbd", {})
    # They stand elsewhere.
    assert not {"currency", "hourly_rates"} & set(said)


def test_the_effect_is_known_before_a_change_is_saved(program_of, director, anna):
    client = make_client("Regular", owner=anna)
    for number in range(6):
        make_order(client, ordered_on=today() - timedelta(days=10 + 30 * number))
    program = program_of(director)

    asked = program.post(
        "/api/v1/method/trials", {"values": {"regular_occasions": 8, "touch_days": None}}, content_type=JSON
    ).json()
    address = f"/api/v1/method/trials/{asked['work']['id']}"
    early = program.post(f"{address}/save")
    run_queued_jobs()
    tried = program.get(address).json()

    assert (asked["work"]["state"], asked["effect"]) == ("queued", None)
    assert [(one["name"], one["now"], one["then"]) for one in asked["changes"]] == [
        ("regular_occasions", "3", "8")
    ]
    assert (early.status_code, method().regular_occasions, Run.objects.count()) == (409, 3, 0)
    assert (tried["work"]["state"], tried["effect"]["stages"]) == ("done", 1)

    assert program.post(f"{address}/save").status_code == 200
    assert method().regular_occasions == 8
    entry = AuditEntry.objects.get(kind="core.companysettings", by=director)
    assert entry.face == Face.API
    assert Job.objects.filter(state=JobState.QUEUED, task=ASSESS).count() == 1


def test_what_differs_in_nothing_is_not_tried(program_of, director):
    response = program_of(director).post(
        "/api/v1/method/trials", {"values": {"regular_occasions": 3}}, content_type=JSON
    )

    assert (response.status_code, response.json(), Job.objects.count()) == (200, None, 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nothing", 1),
        ("currency", "EUR"),
        ("regular_occasions", -1),
        ("regular_occasions", 2.5),
        ("regular_occasions", "many"),
        ("alarm_rate", 1e9),
        ("outlook_model", "guess"),
        ("exchange_rates", {"USD": 0}),
        ("exchange_rates", 7),
    ],
)
def test_a_definition_that_cannot_be_is_refused(name, value, program_of, director):
    response = program_of(director).post(
        "/api/v1/method/trials", {"values": {name: value}}, content_type=JSON
    )

    assert response.status_code == 422
    assert [one["where"] for one in response.json()["errors"]] == [f"body.values.{name}"]
    assert not Job.objects.exists()


def test_rates_of_currencies_are_tried(program_of, director):
    given = {"values": {"exchange_rates": {"USD": 90.5}, "outlook_model": "bg_nbd"}}

    said = program_of(director).post("/api/v1/method/trials", given, content_type=JSON).json()

    assert {one["name"] for one in said["changes"]} == {"exchange_rates", "outlook_model"}


def test_trials_of_another_are_not_found(program_of, director, anna, client_one):
    assert program_of(director).get(f"/api/v1/method/trials/{trial_of(client_one)}").status_code == 404


def test_a_trial_of_definitions_that_are_no_more_is_not_saved(program_of, director):
    program, client = program_of(director), make_client("Own", owner=director)
    first, second = trial_of(client), trial_of(client)

    saved = program.post(f"/api/v1/method/trials/{first}/save")
    stale = program.post(f"/api/v1/method/trials/{second}/save")

    assert saved.status_code == 200
    assert (stale.status_code, stale.json()["code"]) == (409, "changed_meanwhile")


def test_thresholds_beside_those_in_force_and_saved(program_of, director):
    program, client = program_of(director), make_client("Own", owner=director)
    address = f"/api/v1/threshold-trials/{threshold_trial_of(client)}/no_touch"

    said = program.get(address).json()
    saved = program.post(f"{address}/save")

    assert (said["then"]["came"], said["then"]["precision"], said["now"]) == (3, 0.75, None)
    assert [(one["name"], one["then"]) for one in said["changes"]] == [("touch_days", "45")]
    assert (saved.status_code, method().touch_days) == (200, 45)


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"code": "nothing", "values": {"touch_days": 45}}, "body.code"),
        ({"code": "no_touch", "values": {"low_nps": 5}}, "body.values.low_nps"),
    ],
)
def test_a_signal_is_tuned_by_its_own_thresholds(given, where, program_of, director):
    response = program_of(director).post("/api/v1/threshold-trials", given, content_type=JSON)

    assert (response.status_code, response.json()["errors"][0]["where"]) == (422, where)


def test_thresholds_are_tried_in_the_background(program_of, director):
    given = {"code": "no_touch", "values": {"touch_days": 45}}

    said = program_of(director).post("/api/v1/threshold-trials", given, content_type=JSON).json()

    assert (said["work"]["state"], said["then"]) == ("queued", None)
    assert Job.objects.get().arguments == {"values": {"touch_days": 45}, "by_id": director.pk}


def test_a_playbook_of_ones_own_and_the_shipped_one_again(program_of, director):
    program, address = program_of(director), "/api/v1/playbooks/silent"
    steps = [{"title": "Call", "days": 2, "doer": "head"}, {"title": "Visit", "days": 9, "optional": True}]

    shipped = program.get(address).json()
    own = program.post(
        address, {"opens_from": 3, "reopen_days": 30, "steps": steps}, content_type=JSON
    ).json()
    kept = Playbook.objects.filter(code="silent").exists()
    program.delete(address)

    assert (shipped["own"], bool(shipped["steps"])) == (False, True)
    assert (own["own"], own["opens_from"], [one["doer"] for one in own["steps"]]) == (
        True,
        3,
        ["head", "owner"],
    )
    assert kept
    assert program.get(address).json() == shipped
    assert not playbooks()["silent"].own
    assert set(AuditEntry.objects.filter(kind="assessment.playbook").values_list("face", flat=True)) == {
        Face.API
    }
    assert program.get("/api/v1/playbooks/nothing").status_code == 404


def test_a_factor_is_made_renamed_and_asked_no_more(program_of, director, client_one):
    program = program_of(director)
    given = {"name": "Answers at once", "kind": "rational", "area": "help"}

    made = program.post("/api/v1/settings/loyalty-factors", given, content_type=JSON).json()
    address = f"/api/v1/settings/loyalty-factors/{made['id']}"
    changed = program.patch(address, {"kind": "hygiene"}, content_type=JSON).json()
    program.delete(address)

    assert (changed["name"], changed["kind"], changed["area"]) == ("Answers at once", "hygiene", "help")
    assert made["id"] not in {one["id"] for one in program.get("/api/v1/loyalty-factors").json()}
    assert LoyaltyFactor.objects.get(pk=made["id"]).deleted_at is not None


def test_marks_stay_when_their_factor_goes(program_of, director, client_one):
    mark = FactorMark.objects.get(pk=factor_mark_of(client_one))

    program_of(director).delete(f"/api/v1/settings/loyalty-factors/{mark.factor_id}")

    assert FactorMark.objects.get(pk=mark.pk).over_at is None
