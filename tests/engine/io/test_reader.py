"""One file of each kind and spelling, read into a declared table."""

from datetime import date

import duckdb
import pytest

from vernost.engine.io import ReadOptions, read_table
from vernost.engine.io.errors import AmbiguousDates, AmbiguousNumbers, BadRows
from vernost.engine.tables import INPUTS, Column, TableSpec

ORDERS = INPUTS["orders"]
SKIP = ReadOptions(skip_bad_rows=True)


def rows(result):
    return result.relation.select("client_id", "ordered_on", "amount").fetchall()


def test_accounting_export_in_cp1251(tmp_path):
    text = (
        "Контрагент;Дата документа;Сумма, руб.\r\n"
        "ООО «Ромашка»;31.12.2024;1 234,56\r\n"
        "ИП Сидоров;01.02.2024;-7,00\r\n"
    )
    path = tmp_path / "выгрузка.csv"
    path.write_bytes(text.encode("cp1251"))

    result = read_table(path, ORDERS)

    assert rows(result) == [
        ("ООО «Ромашка»", date(2024, 12, 31), 1234.56),
        ("ИП Сидоров", date(2024, 2, 1), -7.0),
    ]
    assert result.files[0].source.encoding == "cp1251"
    assert result.files[0].source.separator == ";"
    assert result.decimal_marks == {"amount": ","}


def test_dates_that_fit_both_orders_are_asked_about(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("client,date,amount\n1,01/02/2024,5\n")

    with pytest.raises(AmbiguousDates) as refused:
        read_table(path, ORDERS)
    said = read_table(path, ORDERS, ReadOptions(date_order="mdy"))

    assert refused.value.details["example"] == "01/02/2024"
    assert rows(said) == [("1", date(2024, 1, 2), 5.0)]


def test_bad_rows_are_named_and_kept(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("client,date,amount,note\n1,2024-01-02,5,=1+1\n,2024-01-03,x,=1+1\n")

    with pytest.raises(BadRows) as refused:
        read_table(path, ORDERS)
    result = read_table(path, ORDERS, ReadOptions(skip_bad_rows=True))
    written = result.write_rejected(tmp_path / "rejected.csv")

    assert refused.value.details["total"] == 1
    assert [(cell.row, cell.column, cell.value, cell.expected) for cell in result.first_bad] == [
        (3, "client_id", "", "required"),
        (3, "amount", "x", "number"),
    ]
    assert rows(result) == [("1", date(2024, 1, 2), 5.0)]
    assert written == 1
    assert (tmp_path / "rejected.csv").read_text(encoding="utf-8-sig").splitlines()[1] == (
        f",2024-01-03,x,'=1+1,{path},3,client_id: required; amount: number"
    )


def test_splitting_the_file_changes_nothing(tmp_path):
    lines = [f'{n % 7},{n % 28 + 1:02}/{n % 12 + 1:02}/2024,"{n},{n % 90 + 10}"' for n in range(60)]
    whole = tmp_path / "whole.csv"
    whole.write_text("\n".join(["client,date,amount", *lines]))
    for place in range(3):
        part = lines[place * 20 : place * 20 + 20] if place else lines[:20]
        (tmp_path / f"part{place}.csv").write_text("\n".join(["client,date,amount", *part]))

    one = read_table(whole, ORDERS)
    several = read_table(sorted(tmp_path.glob("part*.csv")), ORDERS)

    assert one.rows == 60
    assert one.arrow() == several.arrow() == read_table(tmp_path / "part*.csv", ORDERS).arrow()


def test_a_part_that_tells_nothing_follows_the_others(tmp_path):
    (tmp_path / "a.csv").write_text("client,date,amount\n1,01/02/2024,5\n")
    (tmp_path / "b.csv").write_text("client,date,amount\n1,31/01/2024,5\n")

    assert [row[1] for row in rows(read_table(tmp_path / "?.csv", ORDERS))] == [
        date(2024, 2, 1),
        date(2024, 1, 31),
    ]


def test_what_the_first_rows_do_not_show_is_found_later(tmp_path):
    plain = ["1,2024-01-02,5"] * 5000
    path = tmp_path / "orders.csv"
    path.write_text(
        "\n".join(["client,date,amount", *plain, '1,31.12.2024,"1 234,50 ₽"', *plain]), encoding="utf-8"
    )

    result = read_table(path, ORDERS)

    assert rows(result)[5000] == ("1", date(2024, 12, 31), 1234.5)
    assert result.rows == 10_001


def test_the_less_frequent_order_of_days_is_bad(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("client,date,amount\n1,31/12/2024,1\n1,30/12/2024,2\n1,12/31/2024,3\n")

    result = read_table(path, ORDERS, SKIP)

    assert [(cell.row, cell.value, cell.expected) for cell in result.first_bad] == [
        (4, "12/31/2024", "date_dmy")
    ]


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ("1,1899-12-31,5", "ordered_on", "date_range"),
        ("1,2201-01-01,5", "ordered_on", "date_range"),
        ("1,2024-01-02,2e15", "amount", "range"),
        ("1,2024-01-02,inf", "amount", "number"),
        ("1,2024-01-02,", "amount", "required"),
        ("1,2024-01-02,n/a", "amount", "required"),
        ("1,,5", "ordered_on", "required"),
        ("nan,2024-01-02,5", "client_id", "required"),
    ],
)
def test_each_bad_cell_says_what_was_expected(tmp_path, cells, column, expected):
    path = tmp_path / "orders.csv"
    path.write_text(f"client,date,amount\n7,2024-01-01,1\n{cells}\n")

    result = read_table(path, ORDERS, SKIP)

    assert [(cell.row, cell.column, cell.expected) for cell in result.first_bad] == [(3, column, expected)]
    assert result.rows == 1


@pytest.mark.parametrize(
    ("table", "text", "column", "expected"),
    [
        ("ratings", "client,date,measure,value\n1,2024-01-02,NPS,11\n", "value", "most"),
        ("ratings", "client,date,measure,value\n1,2024-01-02,luck,1\n", "measure", "one_of"),
        ("invoices", "client,due date,amount\n1,2024-01-02,-1\n", "amount", "least"),
        ("interactions", "client,date,direction,kind,mood\n1,2024-01-02,in,call,1.5\n", "mood", "integer"),
        (
            "interactions",
            "client,date,direction,kind,free\n1,2024-01-02,in,call,perhaps\n",
            "free_of_charge",
            "boolean",
        ),
    ],
)
def test_declared_bounds_hold_in_every_table(tmp_path, table, text, column, expected):
    path = tmp_path / "table.csv"
    path.write_text(text)

    result = read_table(path, INPUTS[table], SKIP)

    assert [(cell.column, cell.expected) for cell in result.first_bad] == [(column, expected)]


def test_at_most_twenty_bad_rows_are_named(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("client,date,amount\n" + ",,\n" * 3 + "1,,x\n" * 30)

    with pytest.raises(BadRows) as refused:
        read_table(path, ORDERS)

    assert refused.value.details["total"] == 33
    assert len({cell["row"] for cell in refused.value.details["first"]}) == 20


def test_quantity_times_price_is_rounded_to_cents_in_each_row(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text(
        "client,date,quantity,unit price\n1,2024-01-02,3,0.335\n1,2024-01-02,-3,0.335\n1,2024-01-02,2,x\n"
    )

    result = read_table(path, ORDERS, SKIP)

    assert [row[2] for row in rows(result)] == [1.01, -1.01]
    assert [(cell.header, cell.value) for cell in result.first_bad] == [("quantity * unit price", "2 × x")]


def test_the_default_currency_fills_what_is_empty(tmp_path):
    (tmp_path / "a.csv").write_text(
        "client,date,amount,currency\n1,2024-01-02,5,$\n1,2024-01-02,5,\n", encoding="utf-8"
    )
    (tmp_path / "b.csv").write_text("client,date,amount\n1,2024-01-02,5\n")

    result = read_table(tmp_path / "?.csv", ORDERS, ReadOptions(currency="RUB"))

    assert result.relation.select("currency").fetchall() == [("USD",), ("RUB",), ("RUB",)]


def test_numbers_that_may_be_either_are_asked_about(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text('client,date,amount\n1,2024-01-02,"1,234"\n')

    with pytest.raises(AmbiguousNumbers) as refused:
        read_table(path, ORDERS)

    assert refused.value.details["example"] == "1,234"
    assert [rows(read_table(path, ORDERS, ReadOptions(decimal=mark)))[0][2] for mark in (".", ",")] == [
        1234.0,
        1.234,
    ]


def test_any_declared_table_is_read_alike(tmp_path):
    spec = TableSpec("contacts", "people", (
        Column("client_id", "id", "the client", required=True),
        Column("name", "text", "name", required=True),
        Column("email", "text", "address"),
        Column("topics", "codes", "what of", allowed=("in", "out")),
    ))  # fmt: skip
    path = tmp_path / "contacts.csv"
    path.write_text("Контрагент;ФИО;Эл. почта;topics\n7;Анна;a@b.example;in, исх\n", encoding="cp1251")

    result = read_table(path, spec, table="people")

    assert result.relation.fetchall() == [("7", "Анна", "a@b.example", ["in", "out"])]
    assert [(match.column, match.how) for match in result.files[0].columns] == [
        ("client_id", "synonym"),
        ("name", "synonym"),
        ("email", "synonym"),
        ("topics", "name"),
    ]


def test_a_table_of_only_a_header_has_no_rows(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("client,date,amount\n")

    assert read_table(path, ORDERS).rows == 0


def test_the_setting_of_the_callers_connection_is_left_as_it_was(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("client,date,amount\n1,2024-01-02,5\n")
    connection = duckdb.connect(config={"preserve_insertion_order": "false"})

    read_table(path, ORDERS, connection=connection)

    assert connection.execute("SELECT current_setting('preserve_insertion_order')").fetchone() == (False,)
