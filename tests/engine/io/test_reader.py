"""One file of each kind and spelling, read into a declared table."""

from datetime import date

import pytest

from vernost.engine.io import ReadOptions, read_table
from vernost.engine.io.errors import AmbiguousDates, BadRows
from vernost.engine.tables import INPUTS

ORDERS = INPUTS["orders"]


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
