from datetime import timedelta

import pytest

from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.moments import AT, TODAY
from vernost.clients.actions.contact import create_contact
from vernost.clients.actions.merge import UnableToMerge, merge_clients
from vernost.clients.actions.potential import create_potential
from vernost.clients.models import Order
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face


@pytest.fixture
def twin(anna):
    """Another record of Client One, with a history of its own."""
    twin = make_client("Client 1", owner=anna, phone="555", strategic=True, code="T")
    create_contact(client=twin, name="Olga", by=anna, at=AT, face=Face.WEB)
    make_order(twin, number="7", ordered_on=TODAY - timedelta(days=3))
    make_interaction(twin)
    create_potential(
        client=twin, estimated_on=TODAY, annual_amount=5, currency="RUB", by=anna, at=AT, face=Face.WEB
    )
    return twin


def test_all_history_comes_to_the_one_that_stays(client_one, twin, boris):
    make_order(client_one, number="7", ordered_on=TODAY - timedelta(days=9))

    merge_clients(keep=client_one, gone=twin, by=boris, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    twin.refresh_from_db()
    assert (twin.merged_into, twin.deleted_at) == (client_one, AT)
    assert sorted(client_one.orders.values_list("number", flat=True)) == ["7", f"7/{twin.pk}"]
    assert [client_one.contacts.count(), client_one.interactions.count(), client_one.potentials.count()] == [
        1,
        1,
        1,
    ]
    assert (client_one.phone, client_one.strategic) == ("555", True)
    assert client_one.last_ordered_on == TODAY - timedelta(days=3)
    assert client_one.last_contact_at == AT


def test_merge_is_taken_apart_again(client_one, twin, boris):
    make_order(client_one, number="7", ordered_on=TODAY - timedelta(days=9))
    run = merge_clients(keep=client_one, gone=twin, by=boris, at=AT, face=Face.WEB)

    undone = undo_run(run=run, by=boris, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    twin.refresh_from_db()
    assert undone.conflicts == []
    assert (twin.merged_into, twin.deleted_at, client_one.phone) == (None, None, "")
    assert Order.objects.get(client=twin).number == "7"
    assert (client_one.last_ordered_on, client_one.last_contact_at) == (TODAY - timedelta(days=9), None)
    assert twin.last_contact_at == AT


def test_estimate_of_the_same_day_stays_where_it_was(client_one, twin, anna, boris):
    create_potential(
        client=client_one, estimated_on=TODAY, annual_amount=9, currency="RUB", by=anna, at=AT, face=Face.WEB
    )

    merge_clients(keep=client_one, gone=twin, by=boris, at=AT, face=Face.WEB)

    assert [int(one.annual_amount) for one in client_one.potentials.all()] == [9]
    assert twin.potentials.count() == 1


def test_record_is_not_merged_into_itself(client_one, boris):
    with pytest.raises(UnableToMerge):
        merge_clients(keep=client_one, gone=client_one, by=boris, at=AT, face=Face.WEB)
