"""People of clients by the API."""

from tests.api.operations import make_contact
from vernost.clients.models import Consent, Contact
from vernost.core.enums import Face
from vernost.core.models import AuditEntry

JSON = "application/json"


def test_a_new_person_with_a_birthday_has_agreed(program_of, anna, client_one):
    sent = {
        "client_id": client_one.pk, "name": "Rosa", "level": "top", "talks_to_id": anna.pk,
        "birthday_on": "1980-05-01", "consented_on": "2026-01-10",
    }  # fmt: skip

    said = program_of(anna).post("/api/v1/contacts", sent, content_type=JSON).json()

    contact = Contact.objects.get(pk=said["id"])
    assert (contact.client, contact.talks_to, str(contact.birthday_on)) == (client_one, anna, "1980-05-01")
    assert Consent.objects.filter(contact=contact, given=True).exists()
    assert AuditEntry.objects.get(kind="clients.contact", object_id=contact.pk).face == Face.API


def test_a_birthday_without_consent_is_kept_by_nobody(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "name": "Rosa", "birthday_on": "1980-05-01"}

    response = program_of(anna).post("/api/v1/contacts", sent, content_type=JSON)

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == "body.consented_on"
    assert not Contact.objects.exists()


def test_a_consent_cannot_be_taken_away_under_a_birthday(program_of, anna, client_one):
    contact = make_contact(client_one)
    program = program_of(anna)
    program.patch(
        f"/api/v1/contacts/{contact.pk}",
        {"birthday_on": "1980-05-01", "consented_on": "2026-01-10"},
        content_type=JSON,
    )

    response = program.patch(f"/api/v1/contacts/{contact.pk}", {"consented_on": None}, content_type=JSON)

    assert response.status_code == 422


def test_nobody_of_ours_talks_to_him(program_of, anna, client_one):
    contact = make_contact(client_one)

    response = program_of(anna).patch(
        f"/api/v1/contacts/{contact.pk}", {"talks_to_id": 10_000}, content_type=JSON
    )

    assert response.json()["errors"][0]["where"] == "body.talks_to_id"


def test_people_of_a_client(program_of, director, client_one, client_two):
    make_contact(client_two)
    contact = make_contact(client_one)

    items = program_of(director).get(f"/api/v1/contacts?client_id={client_one.pk}").json()["items"]

    assert [one["id"] for one in items] == [contact.pk]
