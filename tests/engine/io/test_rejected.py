"""All bad rows, with their original cells, in a file that can be mended and read again."""

import csv
from datetime import date

import openpyxl

from vernost.engine.io import ReadOptions, read_table
from vernost.engine.tables import INPUTS

ORDERS = INPUTS["orders"]
SKIP = ReadOptions(skip_bad_rows=True)


def rejected(result, path):
    count = result.write_rejected(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert count == len(lines) - 1 == result.bad_rows
    return lines


def test_original_cells_place_and_reason(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text(
        'client,note,date,amount\n1,a,2024-01-02,5\n2,"=1+1, b",31.02.2024,x\n,@c,2024-01-04,-7\n',
        encoding="utf-8",
    )

    lines = rejected(read_table(path, ORDERS, SKIP), tmp_path / "rejected.csv")

    assert lines == [
        ["client", "note", "date", "amount", "rejected_file", "rejected_row", "rejected_reason"],
        ["2", "'=1+1, b", "31.02.2024", "x", str(path), "3", "ordered_on: date_dmy; amount: number"],
        ["", "'@c", "2024-01-04", "-7", str(path), "4", "client_id: required"],
    ]


def test_mended_rows_are_read_again(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Клиент;Дата;Сумма\n1;02.01.2024;пять\n", encoding="cp1251")
    lines = rejected(read_table(path, ORDERS, SKIP), tmp_path / "rejected.csv")
    (tmp_path / "mended.csv").write_text(
        "\n".join(",".join(line) for line in lines).replace("пять", "5"), encoding="utf-8-sig"
    )

    again = read_table(tmp_path / "mended.csv", ORDERS)

    assert again.relation.select("client_id", "ordered_on", "amount").fetchall() == [
        ("1", date(2024, 1, 2), 5.0)
    ]


def test_several_files_with_different_columns(tmp_path):
    (tmp_path / "a.csv").write_text("client,date,amount\n1,2024-01-02,x\n")
    (tmp_path / "b.csv").write_text("date;client;status;amount\n2024-01-03;2;done;y\n")

    lines = rejected(read_table(tmp_path / "?.csv", ORDERS, SKIP), tmp_path / "rejected.csv")

    assert [dict(zip(lines[0], line, strict=True))["amount"] for line in lines[1:]] == ["x", "y"]
    assert [dict(zip(lines[0], line, strict=True))["status"] for line in lines[1:]] == ["", "done"]


def test_headers_that_are_alike_or_empty_stay_apart(tmp_path):
    (tmp_path / "a.csv").write_text("client,date,amount,note,Note,\n1,2024-01-02,x,p,q,r\n")

    lines = rejected(read_table(tmp_path / "a.csv", ORDERS, SKIP), tmp_path / "rejected.csv")

    assert lines[0][:6] == ["client", "date", "amount", "note", "Note (2)", "column 6"]
    assert lines[1][3:6] == ["p", "q", "r"]


def test_rows_of_a_spreadsheet(tmp_path):
    book = openpyxl.Workbook()
    for line in (["Клиент", "Дата", "Сумма"], [1, date(2024, 1, 2), 5], [2, date(2024, 1, 3), "много"]):
        book.active.append(line)
    book.save(tmp_path / "a.xlsx")

    lines = rejected(read_table(tmp_path / "a.xlsx", ORDERS, SKIP), tmp_path / "rejected.csv")

    assert lines[1] == ["2", "2024-01-03", "много", str(tmp_path / "a.xlsx"), "3", "amount: number"]
