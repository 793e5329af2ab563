"""Which header is which column."""

import pytest

from vernost.engine.io.errors import AmbiguousColumn, MissingColumn, UnknownMapping
from vernost.engine.io.header import PRODUCTS, find_columns, normalise
from vernost.engine.io.synonyms import SYNONYMS, names_of
from vernost.engine.tables import INPUTS

ORDERS = INPUTS["orders"]


def found(headers, mapping=None, table="orders"):
    return {
        match.column: match.headers for match in find_columns(INPUTS[table], headers, mapping or {}, "f.csv")
    }


@pytest.mark.parametrize(
    ("table", "headers", "columns"),
    [
        ("orders", ["Контрагент", "Дата", "Сумма"], ["client_id", "ordered_on", "amount"]),
        (
            "orders",
            ["ПОКУПАТЕЛЬ", "Дата документа", "Сумма документа (руб.)"],
            ["client_id", "ordered_on", "amount"],
        ),
        ("orders", ["Customer ID", "InvoiceDate", "order_total"], ["client_id", "ordered_on", "amount"]),
        ("orders", ["Партнёр", "Период", "Выручка, руб."], ["client_id", "ordered_on", "amount"]),
        (
            "invoices",
            ["customerID", "DueDate", "InvoiceAmount", "SettledDate"],
            ["client_id", "due_on", "amount", "paid_on"],
        ),
        ("invoices", ["Клиент", "Срок оплаты", "Сумма счёта"], ["client_id", "due_on", "amount"]),
    ],
)
def test_headers_of_people_are_recognised(table, headers, columns):
    assert found(headers, table=table) == {
        column: (header,) for column, header in zip(columns, headers, strict=True)
    }


def test_amount_may_be_quantity_times_price():
    headers = ["Customer", "Date", "Quantity", "UnitPrice"]

    assert found(headers)["amount"] == ("Quantity", "UnitPrice")
    assert found([*headers, "Amount"])["amount"] == ("Amount",)
    assert found(["Customer", "Date", "n", "each"], {"amount": "n * each"})["amount"] == ("n", "each")
    assert found(["Customer", "Date", "n", "Price"], {"quantity": "n"})["amount"] == ("n", "Price")


def test_the_mapping_wins_and_may_leave_a_column_out():
    headers = ["Customer", "Date", "Amount", "Net", "Status"]

    columns = found(headers, {"amount": "net", "status": "", "order_id": "#5"})

    assert columns["amount"] == ("Net",)
    assert "status" not in columns
    assert columns["order_id"] == ("Status",)


def test_our_own_name_goes_before_a_synonym():
    assert found(["client_id", "Customer", "date", "amount"])["client_id"] == ("client_id",)


@pytest.mark.parametrize(
    "headers", [["Клиент", "Контрагент", "Дата", "Сумма"], ["Клиент", "Клиент", "Дата", "Сумма"]]
)
def test_two_headers_for_one_column_are_asked_about(headers):
    with pytest.raises(AmbiguousColumn) as refused:
        found(headers)

    assert refused.value.details["headers"] == headers[:2]
    assert refused.value.details["column"] == "client_id"


def test_a_missing_column_is_named_with_the_headers_there_are():
    with pytest.raises(MissingColumn) as refused:
        found(["Клиент", "Дата", "Вес"])

    assert refused.value.details["columns"] == ["amount"]
    assert "Вес" in str(refused.value)


@pytest.mark.parametrize(
    ("mapping", "code"), [({"amount": "Total"}, "unknown_header"), ({"sum": "Сумма"}, "unknown_target")]
)
def test_a_mapping_to_nowhere_is_refused(mapping, code):
    with pytest.raises(UnknownMapping) as refused:
        found(["Клиент", "Дата", "Сумма"], mapping)

    assert refused.value.code == code


@pytest.mark.parametrize("table", INPUTS)
def test_every_column_has_names_and_no_name_means_two_columns(table):
    owner = {}
    for column in [*INPUTS[table].names, *(part for product in PRODUCTS.values() for part in product)]:
        assert names_of(table, column), f"{table}.{column} has no synonyms"
        for known in {normalise(known) for known in [column, *names_of(table, column)]}:
            assert owner.setdefault(known, column) == column, f"{known} in {table}"


def test_synonyms_are_of_declared_tables_and_columns():
    for table in SYNONYMS.keys() - {""}:
        assert SYNONYMS[table].keys() <= set(INPUTS[table].names)
