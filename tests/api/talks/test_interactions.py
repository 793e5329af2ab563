"""Contacts that took place, by the API."""

from datetime import timedelta

from tests.factories.clients import make_interaction
from vernost.assessment.models import Case
from vernost.core.clock import now
from vernost.voice.models import Interaction

JSON = "application/json"


def test_a_logged_contact_moves_the_last_contact(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "at": "2026-03-04T10:00:00+03:00", "kind": "meeting", "mood": 1}

    said = program_of(anna).post("/api/v1/interactions", sent, content_type=JSON).json()

    talk = Interaction.objects.get(pk=said["id"])
    client_one.refresh_from_db()
    assert (talk.person, talk.kind, talk.mood) == (anna, "meeting", 1)
    assert client_one.last_contact_at == talk.at


def test_what_the_client_did_opens_a_case(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "at": now().isoformat(), "acts": ["values_conflict"]}

    assert program_of(anna).post("/api/v1/interactions", sent, content_type=JSON).status_code == 201
    assert Case.objects.filter(client=client_one, code="values_conflict").exists()


def test_nothing_is_written_down_before_it_took_place(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "at": (now() + timedelta(hours=1)).isoformat()}

    response = program_of(anna).post("/api/v1/interactions", sent, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.at"


def test_a_moment_has_its_time_zone(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "at": "2026-03-04T10:00:00"}

    response = program_of(anna).post("/api/v1/interactions", sent, content_type=JSON)

    assert response.json()["errors"][0] == {
        "where": "body.at", "what": "It lacks the time zone.", "stands": None,
    }  # fmt: skip


def test_what_was_written_wrongly_is_mended(program_of, anna, client_one):
    talk = make_interaction(client_one)

    program_of(anna).patch(
        f"/api/v1/interactions/{talk.pk}", {"at": "2026-01-01T10:00:00Z", "note": "x"}, content_type=JSON
    )

    client_one.refresh_from_db()
    assert client_one.last_contact_at.year == 2026
    assert client_one.last_contact_at.month == 1
