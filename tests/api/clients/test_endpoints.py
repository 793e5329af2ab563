"""Clients by the API: what is written is there, what is refused is not."""

from datetime import timedelta

import pytest

from tests.factories.clients import make_client
from vernost.care.models import Handover
from vernost.clients.models import Client, Segment
from vernost.core.clock import today
from vernost.core.enums import Face, Verb
from vernost.core.models import AccessEntry, AuditEntry

JSON = "application/json"


def test_a_new_client_is_in_the_base_and_in_the_log(program_of, anna):
    response = program_of(anna).post(
        "/api/v1/clients",
        {"name": " Rosa & Co ", "owner_id": anna.pk, "code": "R-1", "founded_on": "1998-05-01"},
        content_type=JSON,
    )

    client = Client.objects.get(code="R-1")
    assert response.status_code == 201
    assert response.json()["id"] == client.pk
    assert (client.name, client.owner, str(client.founded_on)) == ("Rosa & Co", anna, "1998-05-01")
    entry = AuditEntry.objects.get(kind="clients.client", object_id=client.pk)
    assert (entry.by, entry.face, entry.verb) == (anna, Face.API, Verb.CREATED)


def test_a_client_is_given_to_nobody_whom_the_person_could_not_choose(program_of, anna, vera):
    response = program_of(anna).post(
        "/api/v1/clients", {"name": "Rosa", "owner_id": vera.pk}, content_type=JSON
    )

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == "body.owner_id"
    assert not Client.objects.filter(name="Rosa").exists()


def test_a_taken_code_is_a_conflict(program_of, anna, client_one):
    make_client("Other", owner=anna, code="X")

    response = program_of(anna).patch(f"/api/v1/clients/{client_one.pk}", {"code": "X"}, content_type=JSON)

    assert (response.status_code, response.json()["code"]) == (409, "impossible")
    client_one.refresh_from_db()
    assert client_one.code == ""


def test_only_what_is_sent_is_written(program_of, anna):
    client = make_client("Client", owner=anna, industry="Law", likes="quiet")

    response = program_of(anna).patch(
        f"/api/v1/clients/{client.pk}", {"likes": "speed", "since_on": None}, content_type=JSON
    )

    client.refresh_from_db()
    assert response.status_code == 200
    assert (response.json()["likes"], client.likes, client.industry) == ("speed", "speed", "Law")
    changes = AuditEntry.objects.filter(object_id=client.pk, verb=Verb.CHANGED).get().changes
    assert changes == {"likes": ["quiet", "speed"]}


def test_a_stale_value_is_not_overwritten(program_of, anna):
    client = make_client("Client", owner=anna, industry="Bank")
    sent = {"industry": "Law", "if_unchanged": {"industry": "Trade"}}

    response = program_of(anna).patch(f"/api/v1/clients/{client.pk}", sent, content_type=JSON)

    client.refresh_from_db()
    assert response.status_code == 409
    assert response.json()["code"] == "changed_meanwhile"
    assert response.json()["errors"] == [
        {"where": "body.if_unchanged.industry", "what": "It has another value now.", "stands": "Bank"}
    ]
    assert client.industry == "Bank"


def test_an_expected_value_is_overwritten(program_of, anna):
    client = make_client("Client", owner=anna, industry="Bank")
    sent = {"industry": "Law", "if_unchanged": {"industry": "Bank", "since_on": None}}

    assert (
        program_of(anna).patch(f"/api/v1/clients/{client.pk}", sent, content_type=JSON).json()["industry"]
        == "Law"
    )


def test_removed_and_restored(program_of, boris, client_one):
    program = program_of(boris)

    assert program.delete(f"/api/v1/clients/{client_one.pk}").status_code == 204
    assert program.get(f"/api/v1/clients/{client_one.pk}").status_code == 404
    assert [one["id"] for one in program.get("/api/v1/clients?removed=true").json()["items"]] == [
        client_one.pk
    ]
    assert program.post(f"/api/v1/clients/{client_one.pk}/restore").json()["id"] == client_one.pk
    assert program.get(f"/api/v1/clients/{client_one.pk}").status_code == 200


def test_handed_over(program_of, boris, client_one):
    given = {
        "owner_id": boris.pk,
        "reason": "A long journey",
        "introduce_on": f"{today() + timedelta(days=7)}",
    }
    path = f"/api/v1/clients/{client_one.pk}/hand-over"
    program = program_of(boris)
    response = program.post(path, given, content_type=JSON)

    client_one.refresh_from_db()
    assert response.json()["owner_id"] == boris.pk
    assert client_one.owner == boris
    assert AuditEntry.objects.filter(object_id=client_one.pk, verb=Verb.HANDED_OVER).exists()
    assert Handover.objects.get().reason == "A long journey"


def test_a_client_under_way_is_not_handed_on(program_of, director, anna, boris, client_one):
    given = {
        "owner_id": boris.pk,
        "reason": "A long journey",
        "introduce_on": f"{today() + timedelta(days=7)}",
    }
    path = f"/api/v1/clients/{client_one.pk}/hand-over"
    program = program_of(director)
    program.post(path, given, content_type=JSON)

    response = program.post(path, given | {"owner_id": anna.pk}, content_type=JSON)

    assert (response.status_code, response.json()["code"]) == (409, "impossible")
    client_one.refresh_from_db()
    assert client_one.owner == boris


def test_the_list_shows_what_the_person_sees(program_of, anna, client_one, client_two):
    items = program_of(anna).get("/api/v1/clients").json()["items"]

    assert [one["name"] for one in items] == ["Client One"]


def test_pages_follow_each_other_without_gap_or_repeat(program_of, director):
    for number in range(5):
        make_client(f"Client {number}")
    program, names, after = program_of(director), [], ""
    for _page in range(3):
        page = program.get(f"/api/v1/clients?limit=2{after}").json()
        names += [one["name"] for one in page["items"]]
        after = f"&after={page['next']}"

    assert names == [f"Client {number}" for number in range(5)]
    assert page["next"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=rosa", ["Rosa"]),
        ("kind=person", ["Rosa"]),
        ("strategic=true", ["Key"]),
        ("code=K-1", ["Key"]),
        ("ended=true", ["Gone"]),
        ("ended=false&kind=company", ["Key", "Segmented"]),
        ("segment_id={segment}", ["Segmented"]),
        ("owner_id={anna}", ["Rosa"]),
        ("owner_id={anna}&strategic=true", []),
    ],
)
def test_filters(asked, found, program_of, director, anna):
    segment = Segment.objects.create(name="Banks")
    make_client("Rosa", owner=anna, kind="person")
    make_client("Key", strategic=True, code="K-1")
    make_client("Gone", ended_on="2026-01-01")
    make_client("Segmented", segment=segment)

    items = (
        program_of(director).get("/api/v1/clients?" + asked.format(anna=anna.pk, segment=segment.pk)).json()
    )

    assert [one["name"] for one in items["items"]] == found


def test_a_misspelt_filter_is_refused(program_of, director):
    response = program_of(director).get("/api/v1/clients?ownerid=1")

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == "query.ownerid"


def test_who_opens_a_client_by_a_program_stands_in_the_log_of_access(program_of, anna, client_one):
    program_of(anna).get(f"/api/v1/clients/{client_one.pk}")

    assert AccessEntry.objects.filter(by=anna, object_id=client_one.pk).count() == 1
