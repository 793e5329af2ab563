"""Spellings of numbers."""

import duckdb
import pytest

from vernost.engine.io.numbers import NumberFacts, decide_mark, facts_sql, number_sql


def parse(text, mark):
    prepared, value = number_sql("x", "p", mark)
    query = f"SELECT {value} FROM (SELECT *, {prepared} AS p FROM (SELECT ? AS x))"
    return duckdb.connect().execute(query, [text]).fetchone()[0]


def mark_of(*texts):
    query = f"SELECT {', '.join(facts_sql('x'))} FROM (SELECT unnest(?::VARCHAR[]) AS x)"
    return decide_mark(NumberFacts(*duckdb.connect().execute(query, [list(texts)]).fetchone()), None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234.5", 1234.5),
        ("1 234,56 ₽", 1234.56),
        ("1\u00a0234\u202f567,8 руб.", 1234567.8),
        ("1'234.50", 1234.5),
        ("(123.45)", -123.45),
        ("123,45-", -123.45),
        ("−5", -5.0),
        ("-$12.50", -12.5),
        ("$-12", -12.0),
        ("€ 7", 7.0),
        ("1e3", 1000.0),
        ("12,50", 12.5),
    ],
)
@pytest.mark.parametrize("mark", [".", ","])
def test_what_only_one_number_can_be_is_read_alike_with_either_mark(text, number, mark):
    assert parse(text, mark) == number


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1,234", 1234.0, 1.234),
        ("1.234", 1.234, 1234.0),
        ("1,234.5", 1234.5, None),
        ("1.234,5", None, 1234.5),
        ("1,234,567", 1234567.0, None),
    ],
)
def test_thousands_and_decimals_go_by_the_mark(text, point, comma):
    assert (parse(text, "."), parse(text, ",")) == (point, comma)


@pytest.mark.parametrize(
    "text", ["", "abc", "12 34", "1,2,3", "nan", "inf", "(5", "--5", "-5-", "5 5", "1..2", "₽"]
)
def test_what_is_no_number_is_null(text):
    assert parse(text, ".") is None
    assert parse(text, ",") is None


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (("1,50", "2"), ","),
        (("1.50", "2"), "."),
        (("1.234.567",), ","),
        (("1,234", "2.50"), "."),
        (("1,234", "2,5"), ","),
        (("1 234,567",), ","),
        (("0,125",), ","),
        (("1", "2"), "."),
        (("1,234",), None),
        (("abc,12",), "."),
    ],
)
def test_a_column_shows_its_decimal_mark(texts, mark):
    assert mark_of(*texts) == mark
