from tests.factories.clients import make_client
from tests.factories.moments import AT
from vernost.clients.actions.client import change_client, hand_over_clients
from vernost.clients.models import Client
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face


def test_hand_over_is_taken_back(client_one, anna, boris):
    run = hand_over_clients(clients=[client_one], to=boris, by=boris, at=AT, face=Face.WEB)

    undone = undo_run(run=run, by=boris, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    assert (undone.records, undone.conflicts, client_one.owner) == (1, [], anna)


def test_what_somebody_changed_since_stays_and_is_told(client_one, vera, boris):
    run = hand_over_clients(clients=[client_one], to=boris, by=boris, at=AT, face=Face.WEB)
    change_client(client=client_one, owner=vera, by=boris, at=AT, face=Face.WEB)

    undone = undo_run(run=run, by=boris, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    assert client_one.owner == vera
    assert [field for _entry, field in undone.conflicts] == ["owner_id"]


def test_what_a_run_created_goes_into_the_recycle_bin(boris):
    client = make_client("New", run="r1")

    undo_run(run="r1", by=boris, at=AT, face=Face.WEB)

    assert Client.objects.get(pk=client.pk).deleted_at == AT
