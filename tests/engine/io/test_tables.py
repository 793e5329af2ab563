"""All tables of one assessment."""

from datetime import date

import pytest

from vernost.engine.io import ReadOptions, read_tables
from vernost.engine.io.errors import UnknownMapping


@pytest.fixture
def files(tmp_path):
    (tmp_path / "orders.csv").write_text("Клиент,Дата,Всего к оплате\n1,2024-01-02,5\n", encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(
        "client_id;at;direction;kind;who\n1;02.01.2024;Входящий;звонок;Анна\n", encoding="utf-8"
    )
    return tmp_path


def test_each_table_is_a_view_with_every_declared_column(files):
    options = ReadOptions(mapping={"amount": "Всего к оплате"})

    read = read_tables(files / "orders.csv", interactions=files / "contacts.csv", options=options)

    assert sorted(read.results) == ["interactions", "orders"]
    assert read.connection.table("orders").columns == list(read["orders"].spec.names)
    assert read["orders"].present == {"client_id", "ordered_on", "amount"}
    assert read.connection.execute(
        'SELECT client_id, "at", direction, kind, mood FROM interactions'
    ).fetchall() == [("1", date(2024, 1, 2), "in", "звонок", None)]


def test_a_mapping_names_its_table_or_means_the_orders(files):
    options = ReadOptions(mapping={"orders.amount": "Всего к оплате", "interactions.person": "who"})

    read = read_tables(files / "orders.csv", interactions=files / "contacts.csv", options=options)

    assert read.connection.execute("SELECT person FROM interactions").fetchall() == [("Анна",)]


def test_a_mapping_for_a_table_that_is_none(files):
    with pytest.raises(UnknownMapping) as refused:
        read_tables(files / "orders.csv", options=ReadOptions(mapping={"sales.amount": "x"}))

    assert refused.value.code == "unknown_table"
