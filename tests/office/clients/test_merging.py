"""Making one record of two: found by words, looked at side by side, taken back."""

from django.urls import reverse

from tests.factories.clients import make_client
from vernost.clients.models import Client


def _address(client: Client) -> str:
    return reverse("merge_client", args=[client.pk])


def test_other_record_is_found_by_words(client, boris, client_one):
    make_client("Paper and Sons", owner=client_one.owner, tax_id="7701")
    client.force_login(boris)
    page = client.get(_address(client_one), {"q": "paper"}).content.decode()
    assert "Paper and Sons" in page
    assert "7701" in page
    assert "No other record" in client.get(_address(client_one), {"q": "nobody"}).content.decode()


def test_both_are_shown_with_what_comes_of_them(client, boris, client_one):
    """Client One has no telephone: it takes the other's; its own name stays."""
    twin = make_client("Klient One", owner=client_one.owner, phone="555")
    client.force_login(boris)
    rows = {row.word: row for row in client.get(_address(client_one), {"with": twin.pk}).context["compared"]}
    assert (rows["telephone"].kept, rows["telephone"].gone, rows["telephone"].after) == ("", "555", "555")
    assert rows["name"].after == client_one.name


def test_merged_as_shown(client, boris, client_one):
    twin = make_client("Klient One", owner=client_one.owner, phone="555")
    client.force_login(boris)
    client.post(_address(client_one), {"gone": twin.pk})
    client_one.refresh_from_db()
    assert client_one.phone == "555"
    assert Client.objects.get(pk=twin.pk).merged_into == client_one


def test_record_that_is_gone_changes_nothing(client, boris, client_one):
    client.force_login(boris)
    page = client.post(_address(client_one), {"gone": 999_999}).content.decode()
    assert "Nothing was changed" in page
