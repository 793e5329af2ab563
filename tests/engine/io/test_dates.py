"""Spellings of days."""

from datetime import date

import duckdb
import pytest

from vernost.engine.io.dates import DateFacts, date_sql, decide_order, facts_sql


def parse(text, order="dmy", serials=False):
    prepared, value = date_sql("x", "p", order, serials)
    query = f"SELECT {value} FROM (SELECT *, {prepared} AS p FROM (SELECT ? AS x))"
    return duckdb.connect().execute(query, [text]).fetchone()[0]


def facts_of(*texts):
    query = f"SELECT {', '.join(facts_sql('x'))} FROM (SELECT unnest(?::VARCHAR[]) AS x)"
    return DateFacts(*duckdb.connect().execute(query, [list(texts)]).fetchone())


@pytest.mark.parametrize("order", ["dmy", "mdy"])
@pytest.mark.parametrize(
    "text",
    [
        "2024-12-31",
        "2024-12-31 23:59:59",
        "2024-12-31T23:30:00-05:00",
        "2024-12-31T00:30:00+05:00",
        "2024/12/31",
        "20241231",
        "31.12.2024",
        "31.12.24",
        "31.12.2024 0:00:00",
        "31.12.2024 г.",
        "31-Dec-24",
        "31 Dec 2024",
        "December 31, 2024",
        "31 декабря 2024 г.",
        "31 дек 2024",
    ],
)
def test_what_only_one_day_can_be_is_read_alike_with_either_order(text, order):
    assert parse(text, order) == date(2024, 12, 31)


def test_slashes_and_dashes_go_by_the_order():
    assert parse("1/2/2013", "dmy") == date(2013, 2, 1)
    assert parse("1/2/2013", "mdy") == date(2013, 1, 2)
    assert parse("12/31/13 5:20 PM", "mdy") == date(2013, 12, 31)
    assert parse("13-02-01", "ymd") == date(2013, 2, 1)


def test_dots_are_never_month_first():
    assert parse("01.02.2024", "mdy") == date(2024, 2, 1)


def test_the_month_of_may_is_known_in_both_cases():
    assert parse("5 мая 2024") == parse("5 май 2024") == date(2024, 5, 5)


@pytest.mark.parametrize(
    "text", ["", "31.02.2024", "32.12.2024", "epoch", "infinity", "2024-01-01x", "45292", "today"]
)
def test_what_is_no_day_is_null(text):
    assert parse(text) is None


def test_serial_numbers_are_days_in_a_spreadsheet_only():
    assert parse("45292", serials=True) == parse("45292.75", serials=True) == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("31/12/2024", "01/02/2024"), "dmy"),
        (("12/31/2024", "01/02/2024"), "mdy"),
        (("01/01/2024", "02-02-2024"), "dmy"),
        (("2024-01-02",), "dmy"),
        (("01/02/2024",), None),
        (("31/12/2024", "12/31/2024"), None),
        (("31/12/2024", "30/12/2024", "12/31/2024"), "dmy"),
    ],
)
def test_a_column_shows_its_order(texts, order):
    assert decide_order(facts_of(*texts), DateFacts()) == order


def test_another_column_of_the_files_may_tell():
    assert decide_order(facts_of("01/02/2024"), facts_of("01/02/2024", "01/31/2024")) == "mdy"
