"""Hand-overs by the API: the checklist is ticked by who takes over, and finished when nothing is left."""

from tests.api.care_records import handover_of
from vernost.care.models import Handover
from vernost.core.clock import today
from vernost.core.models import AuditEntry

JSON = "application/json"


def test_ticked_noted_and_finished(program_of, anna, client_one):
    handover = handover_of(client_one)
    taker, giver, path = program_of(handover.taker), program_of(anna), f"/api/v1/hand-overs/{handover.pk}"
    items = taker.get(f"/api/v1/hand-over-items?handover_id={handover.pk}").json()["items"]

    giver.post(f"/api/v1/hand-over-items/{items[0]['id']}/take", {"note": "He likes tea"}, content_type=JSON)
    left = taker.post(f"{path}/finish", {}, content_type=JSON)
    for item in items:
        said = taker.post(
            f"/api/v1/hand-over-items/{item['id']}/take", {"taken": True}, content_type=JSON
        ).json()
        assert said["taken_on"] == str(today())
    done = taker.post(f"{path}/finish", {"note": "Met him"}, content_type=JSON)

    assert [one["kind"] for one in items] == ["card", "introduction"]
    assert (left.status_code, [one["stands"] for one in left.json()["errors"]]) == (
        409,
        [one["id"] for one in items],
    )
    assert (done.json()["finished_on"], Handover.objects.get().note) == (str(today()), "Met him")
    assert handover.items.get(kind="card").note == "He likes tea"
    assert AuditEntry.objects.filter(kind="care.handover", object_id=handover.pk, face="api").exists()
    assert taker.post(f"{path}/finish", {}, content_type=JSON).json()["code"] == "closed"


def test_who_hands_over_ticks_nothing(program_of, anna, client_one):
    handover = handover_of(client_one)
    item = handover.items.first()

    response = program_of(anna).post(
        f"/api/v1/hand-over-items/{item.pk}/take", {"taken": True}, content_type=JSON
    )

    item.refresh_from_db()
    assert (response.status_code, item.taken_on) == (403, None)


def test_it_says_how_far_it_is(program_of, anna, client_one):
    handover = handover_of(client_one)
    handover.items.filter(kind="card").update(taken_on=today())

    said = program_of(anna).get(f"/api/v1/hand-overs/{handover.pk}").json()

    assert (said["item_count"], said["taken_count"], said["giver_id"]) == (2, 1, anna.pk)
