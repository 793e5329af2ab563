import pytest

from tests.factories.clients import make_client
from vernost.clients.models import Client
from vernost.clients.queries.duplicate import likely_pairs, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Белый парус»", "Белый Парус, ООО"),
        ("Белого паруса", "БЕЛЫЙ ПАРУС"),
        ("North Wind Ltd", "The North-Winds"),
    ],
)
def test_names_alike_have_one_key(one, other):
    assert name_key(one) == name_key(other)


def test_surest_pairs_come_first_and_none_twice(db):
    make_client("Alpha", tax_id="77", email="a@b.example")
    make_client("Alpha Ltd", tax_id="77", email="a@b.example")
    make_client("Beta")
    make_client("Beta plc")
    make_client("Gamma")

    pairs = likely_pairs(Client.objects.all(), limit=10)

    assert [(pair.first.name, pair.second.name, pair.by) for pair in pairs] == [
        ("Alpha", "Alpha Ltd", "tax_id"),
        ("Beta", "Beta plc", "name"),
    ]


def test_two_tax_ids_are_two_companies_however_alike_their_names(db):
    make_client("North Wind Ltd", tax_id="77")
    make_client("North Wind plc", tax_id="78")
    make_client("North Wind")

    pairs = likely_pairs(Client.objects.all(), limit=10)

    assert [(pair.first.name, pair.second.name) for pair in pairs] == [("North Wind plc", "North Wind")]
