import json

import pytest

from tests.factories.clients import make_interaction
from tests.factories.moments import AT
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Client
from vernost.core.enums import Face
from vernost.transfer.models import Erasure

pytestmark = pytest.mark.django_db


def test_director_gives_out_and_erases_a_person(browser_of, director, client_one):
    contact = create_contact(client=client_one, name="Peter Smith", by=director, at=AT, face=Face.WEB)
    make_interaction(client_one, contact=contact, note="likes tea")
    browser = browser_of(director)
    address = f"/data/person/contact/{contact.pk}/"
    assert address in browser.get(f"/clients/{client_one.pk}/").content.decode()

    given = json.loads(browser.get(f"{address}file.json").content)
    assert [row["note"] for row in given["voice.interaction"]] == ["likes tea"]

    assert browser.post(address, {}).status_code == 200
    assert not Erasure.objects.exists()
    certificate = browser.post(address, {"sure": "on"}, follow=True).content.decode()
    assert "Certificate of erasing" in certificate
    assert "Peter" not in certificate
    assert browser.get(address).status_code == 404
    assert "contact person #" in browser.get("/data/erasures/").content.decode()


def test_head_may_neither_look_nor_erase(browser_of, boris, client_one):
    browser = browser_of(boris)

    assert browser.get(f"/data/person/client/{client_one.pk}/").status_code == 403
    assert browser.post(f"/data/person/client/{client_one.pk}/", {"sure": "on"}).status_code == 403
    assert Client.objects.get().name == "Client One"
    assert "/data/person/" not in browser.get(f"/clients/{client_one.pk}/").content.decode()
