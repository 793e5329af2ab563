"""Ids, texts, booleans, codes and currencies."""

import duckdb
import pytest

from vernost.engine.io import cells


def parse(sql, text):
    prepared, value = sql
    return (
        duckdb.connect()
        .execute(f"SELECT {value} FROM (SELECT *, {prepared} AS p FROM (SELECT ? AS x))", [text])
        .fetchone()[0]
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17850.0", "17850"),
        ("17850", "17850"),
        ("007", "007"),
        ("  A-1\t", "A-1"),
        ("1.5", "1.5"),
        ("\u00a0ООО\u00a0 «Ромашка» ", "ООО «Ромашка»"),
        ("ООО\n«Ромашка»", "ООО «Ромашка»"),
        ("v1.0", "v1.0"),
        ("nan", None),
        ("NULL", None),
        ("   ", None),
        ("", None),
        ("-", "-"),
    ],
)
def test_ids(text, value):
    assert parse(cells.id_sql("x", "p"), text) == value


def test_text_keeps_its_zeros():
    assert parse(cells.text_sql("x", "p"), "5.0") == "5.0"


@pytest.mark.parametrize(
    ("text", "value"),
    [("Да", True), ("TRUE", True), ("1", True), ("+", True), ("нет", False), ("0", False), ("может", None)],
)
def test_booleans(text, value):
    assert parse(cells.boolean_sql("x", "p"), text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in", "in"),
        ("Входящий", "in"),
        ("исх.", None),
        ("OUTGOING", "out"),
        ("no-answer", "no_answer"),
        ("Нет ответа", "no_answer"),
    ],
)
def test_codes(text, value):
    assert parse(cells.code_sql("x", "p", ("in", "out", "no_answer")), text) == value


def test_several_codes():
    assert parse(cells.codes_sql("x", "p", ("in", "out")), "in; Исходящий") == ["in", "out"]
    assert parse(cells.codes_sql("x", "p", ("in", "out")), "in; nowhere") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("rub", "RUB"), ("₽", "RUB"), ("руб.", "RUB"), ("USD", "USD"), ("$", "USD"), ("деньги", None)],
)
def test_currencies(text, value):
    assert parse(cells.currency_sql("x", "p"), text) == value
