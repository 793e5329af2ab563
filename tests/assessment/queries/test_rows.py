from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.factories.clients import make_client
from vernost.assessment.queries import rows
from vernost.assessment.queries.rows import read
from vernost.clients.models import Client, Order
from vernost.voice.models import Interaction


def order(client, amount, **fields):
    return Order.objects.create(
        client=client, amount=Decimal(amount), currency="RUB", ordered_on=fields.pop("on", date(2026, 3, 5)),
        **fields,
    )  # fmt: skip


def asked(**kinds):
    return {name: (name, kind) for name, kind in kinds.items()}


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(rows, "_CHUNK", 2)


def test_what_stands_in_the_rows_comes_out_by_kind(client_one, small_chunks):
    """Three rows with a hole in their numbers, over several chunks; empty cells are null, also at the ends."""
    order(client_one, "1.10", direct_cost=None, is_extra=True)
    order(client_one, "7").delete()
    order(client_one, "-0.05", direct_cost="2", on=date(1999, 12, 31))
    order(client_one, "123456789.01", direct_cost=None)

    columns = asked(
        client_id="id", amount="number", direct_cost="number", ordered_on="day", is_extra="boolean", currency="text",
        service_line_id="integer",
    )  # fmt: skip
    found = sorted(read(Order.objects.all(), columns).to_pylist(), key=lambda row: row["amount"])

    own = {"client_id": client_one.pk, "currency": "RUB", "service_line_id": None}
    assert found == [
        {**own, "amount": -0.05, "direct_cost": 2.0, "ordered_on": date(1999, 12, 31), "is_extra": False},
        {**own, "amount": 1.1, "direct_cost": None, "ordered_on": date(2026, 3, 5), "is_extra": True},
        {
            **own,
            "amount": 123456789.01,
            "direct_cost": None,
            "ordered_on": date(2026, 3, 5),
            "is_extra": False,
        },
    ]


def test_text_keeps_every_sign_and_an_empty_one_is_null(db, small_chunks):
    names = [
        'a "word", and more',
        "two\nlines",
        "carriage\rreturn",
        "",
        "Кириллица; 'x'",
        "\n",
        "\\N",
        "NULL",
    ]
    for number, industry in enumerate(names):
        make_client(f"Client {number}", industry=industry)

    found = read(Client.objects.all(), {"industry": ("industry", "text")}).column("industry").to_pylist()

    assert sorted(one or "" for one in found) == sorted(names)
    assert found.count(None) == 1


def test_moment_becomes_the_day_where_the_company_is(client_one, anna, settings):
    settings.TIME_ZONE = "Asia/Vladivostok"
    evening = datetime(2026, 3, 5, 20, 30, 15, 250_000, tzinfo=UTC)
    Interaction.objects.create(client=client_one, person=anna, at=evening, direction="in", kind="call")

    found = read(Interaction.objects.all(), asked(at="moment", answered_at="moment")).to_pylist()

    assert found == [{"at": date(2026, 3, 6), "answered_at": None}]


def test_no_rows_are_a_table_with_its_columns(db):
    found = read(Order.objects.all(), asked(amount="number", ordered_on="day", currency="text"))

    assert (found.num_rows, [str(kind) for kind in found.schema.types]) == (
        0,
        ["double", "date32[day]", "string"],
    )
