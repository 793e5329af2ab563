"""The real data sets, read as a person would have them read."""

import csv
import gzip
from datetime import date

import pytest

from vernost.engine.io import ReadOptions, read_table
from vernost.engine.io.errors import BadRows
from vernost.engine.tables import INPUTS


def test_online_retail_names_the_rows_without_a_customer(shared_data, tmp_path):
    path = shared_data("online_retail.csv.gz")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    nameless = [number for number, line in enumerate(lines, 2) if not line["CustomerID"]]

    with pytest.raises(BadRows) as refused:
        read_table(path, INPUTS["orders"])
    result = read_table(path, INPUTS["orders"], ReadOptions(skip_bad_rows=True))
    result.write_rejected(tmp_path / "rejected.csv")

    assert refused.value.details["total"] == result.bad_rows == len(nameless) == 135_080
    assert [cell.row for cell in result.first_bad] == nameless[:20]
    with (tmp_path / "rejected.csv").open(encoding="utf-8-sig", newline="") as file:
        rejected = list(csv.DictReader(file))
    assert [int(line["rejected_row"]) for line in rejected] == nameless
    assert all(lines[int(line["rejected_row"]) - 2]["InvoiceNo"] == line["InvoiceNo"] for line in rejected)
    total = sum(
        round(int(line["Quantity"]) * float(line["UnitPrice"]) * 100) for line in lines if line["CustomerID"]
    )
    assert result.relation.aggregate("round(sum(amount) * 100)::BIGINT").fetchall()[0] == (total,)
    assert result.relation.limit(1).select("client_id", "ordered_on", "order_id").fetchall()[0] == (
        "17850", date(2010, 12, 1), "536365",
    )  # fmt: skip


def test_accounts_receivable_are_month_first(shared_data):
    result = read_table(shared_data("ibm_accounts_receivable.csv"), INPUTS["invoices"])

    assert result.rows == 2466
    assert set(result.date_orders.values()) == {"mdy"}
    columns = ("client_id", "invoice_id", "issued_on", "due_on", "paid_on")
    assert result.relation.select(*columns).limit(1).fetchall()[0] == (
        "0379-NEVHP", "0000611365", date(2013, 1, 2), date(2013, 2, 1), date(2013, 1, 15),
    )  # fmt: skip


def test_complaints_are_day_first(shared_data):
    options = ReadOptions(mapping={"client_id": "Zip code"})

    result = read_table(shared_data("comcast_complaints.csv"), INPUTS["complaints"], options)

    assert result.rows == 2224
    assert result.date_orders == {"opened_on": "dmy"}
    assert result.relation.aggregate("min(opened_on), max(opened_on)").fetchall()[0] == (
        date(2015, 1, 4),
        date(2015, 12, 6),
    )


def test_the_two_spellings_of_a_complaints_day_agree(shared_data):
    path = shared_data("comcast_complaints.csv")
    client = {"client_id": "Zip code"}

    numbers = read_table(path, INPUTS["complaints"], ReadOptions(mapping={**client, "opened_on": "Date"}))
    words = read_table(
        path, INPUTS["complaints"], ReadOptions(mapping={**client, "opened_on": "Date_month_year"})
    )

    assert numbers.arrow() == words.arrow()


def test_cdnow(shared_data):
    result = read_table(shared_data("cdnow_master.csv"), INPUTS["orders"])

    assert (result.rows, result.bad_rows) == (69_659, 0)
