import pytest
from django.db import connection

from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.moments import AT
from tests.factories.people import make_user
from vernost.clients.actions.client import change_client, remove_client
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Client
from vernost.clients.search_indexes import CLIENTS, INDEXES
from vernost.core.enums import Face, Role
from vernost.core.search import keep_in_step
from vernost.voice.queries.search import search


def found(user, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, str(hit.record)) for hit in search(user, text, limit=5)]


@pytest.fixture
def petrova(anna) -> Client:
    client = make_client("ООО «Белый парус»", owner=anna)
    create_contact(client=client, name="Ольга Петрова", by=anna, at=AT, face=Face.WEB)
    make_order(client, number="A-17", subject="Договор поставки")
    make_interaction(client, note="Обещали прислать черновик ёлочного каталога")
    return client


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Петровой", [("contact", "Ольга Петрова")]),
        ("петр", [("contact", "Ольга Петрова")]),
        ("заказы Петровой", [("contact", "Ольга Петрова"), ("order", "A-17")]),
        ("договорам поставки", [("order", "A-17")]),
        ("белым парусом", [("client", "ООО «Белый парус»")]),
        ("Елочные черновики", [("interaction", "call 2026-03-05")]),
        ("a-17", [("order", "A-17")]),
        ("'\"*()", []),
        ("", []),
        ("Сидорова", []),
    ],
)
def test_any_form_of_a_word_finds(anna, petrova, text, expected):
    assert found(anna, text) == expected


def test_clients_of_others_are_not_found(vera, petrova):
    assert [found(vera, text) for text in ("Петрова", "парус", "договор", "черновик")] == [[], [], [], []]


def test_orders_are_not_found_by_whom_money_is_not_shown(petrova):
    service = make_user("Service", Role.SERVICE)

    assert found(service, "заказы Петровой") == [("contact", "Ольга Петрова")]
    assert found(service, "договор") == []


def test_changed_name_is_found_and_the_old_is_not(anna, petrova):
    change_client(client=petrova, name="Чёрный кот", by=anna, at=AT, face=Face.WEB)

    assert found(anna, "чёрного кота") == [("client", "Чёрный кот")]
    assert found(anna, "парус") == []


def test_what_is_in_the_recycle_bin_is_not_found(director, petrova):
    remove_client(client=petrova, by=director, at=AT, face=Face.WEB)

    assert found(director, "парус") == []
    assert found(director, "Петрова") == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps no triggers for it")
def test_triggers_come_back_when_django_has_made_a_table_anew(anna):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {CLIENTS.name}_insert")

    keep_in_step(INDEXES)

    make_client("Белый парус", owner=anna)
    assert found(anna, "парус") == [("client", "Белый парус")]
