import pytest
from django.db import IntegrityError, transaction

from tests.factories.clients import make_client, make_order
from tests.factories.moments import AT, TODAY
from vernost.clients.actions.client import change_client, remove_client, restore_client
from vernost.clients.actions.order import remove_order
from vernost.clients.actions.recycle_bin import KEPT_FOR, empty_recycle_bin
from vernost.clients.models import Client
from vernost.clients.queries.client import matching, visible_to
from vernost.core.enums import Face


def test_code_is_taken_once(client_one):
    make_client("First", code="A-1")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_client("Second", code="A-1")


def test_removed_client_frees_its_code_and_comes_back(client_one, boris):
    change_client(client=client_one, code="A-1", by=boris, at=AT, face=Face.WEB)
    remove_client(client=client_one, by=boris, at=AT, face=Face.WEB)
    assert list(visible_to(boris)) == []

    restore_client(client=client_one, by=boris, at=AT, face=Face.WEB)

    assert list(visible_to(boris)) == [client_one]


def test_recycle_bin_keeps_for_thirty_days(client_one, boris):
    remove_client(client=client_one, by=boris, at=AT, face=Face.WEB)

    assert empty_recycle_bin(at=AT + KEPT_FOR) == 0
    assert empty_recycle_bin(at=AT + KEPT_FOR * 2) == 1
    assert not Client.objects.filter(pk=client_one.pk).exists()


def test_renamed_client_is_found_by_the_new_name(client_one, boris):
    change_client(client=client_one, name="Ёлка и Ко", by=boris, at=AT, face=Face.WEB)

    assert list(matching(visible_to(boris), "елка")) == [client_one]
    assert list(matching(visible_to(boris), "one")) == []


def test_last_order_follows_the_orders(client_one, boris):
    order = make_order(client_one)
    assert client_one.last_ordered_on == TODAY

    remove_order(order=order, by=boris, at=AT, face=Face.WEB)

    assert Client.objects.get(pk=client_one.pk).last_ordered_on is None
