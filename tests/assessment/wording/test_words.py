"""Numbers, money, days and plurals as a language writes them."""

from datetime import date

import pytest

from vernost.assessment.wording.catalogue import load_catalogue
from vernost.assessment.wording.words import Words

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def ru():
    return Words.load("ru", "RUB")


@pytest.fixture
def en():
    return Words.load("en")


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "digits", "russian", "english"),
    [
        (1234567, 0, "1 234 567", "1,234,567"),
        (-0.5, 2, "−0,50", "−0.50"),
        (None, 0, "—", "—"),
        (1e15, 0, "1 000 000 000 000 000", "1,000,000,000,000,000"),
    ],
)
def test_numbers(ru, en, value, digits, russian, english):
    assert plain(ru.number(value, digits)) == russian
    assert en.number(value, digits) == english


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [(1234.5, "1 234 ₽", "1,234"), (99.9, "99,90 ₽", "99.90"), (0, "0 ₽", "0"), (-250, "−250 ₽", "−250")],
)
def test_money(ru, en, value, russian, english):
    assert plain(ru.money(value)) == russian
    assert en.money(value) == english


def test_currency_stands_where_the_language_puts_it():
    assert Words.load("en", "USD").money(2500) == "$2,500"


def test_percent(ru, en):
    assert plain(ru.percent(0.125, 1)) == "12,5 %"
    assert en.percent(0.2) == "20%"


def test_days_have_a_month_in_words(ru, en):
    assert plain(ru.day(date(2026, 2, 3))) == "3 февр. 2026"
    assert en.day(date(2026, 2, 3)) == "3 Feb 2026"


@pytest.mark.parametrize(
    ("n", "text"), [(1, "1 день"), (3, "3 дня"), (11, "11 дней"), (21, "21 день"), (2.5, "2,5 дня")]
)
def test_russian_plurals(ru, n, text):
    assert plain(ru.days(n)) == text


def test_a_language_without_catalogue_is_an_error():
    with pytest.raises(FileNotFoundError):
        load_catalogue("xx")
