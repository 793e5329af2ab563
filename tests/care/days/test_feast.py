"""Feasts and days of professions fall where the calendar says."""

from datetime import date

import pytest

from vernost.care.days.feast import FEAST_BY_CODE
from vernost.care.days.profession import PROFESSION_BY_CODE, PROFESSIONS, profession_of


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("building", date(2026, 8, 9)),  # the second Sunday of August
        ("mining", date(2026, 8, 30)),  # the last Sunday of August
        ("trade", date(2026, 7, 25)),  # the fourth Saturday of July
        ("software", date(2026, 9, 13)),  # the 256th day
        ("transport", date(2026, 10, 25)),  # the last Sunday of October
        ("law", date(2026, 12, 3)),
    ],
)
def test_days_of_professions_in_2026(code, day):
    assert PROFESSION_BY_CODE[code].on(2026) == day


def test_programmers_celebrate_a_day_earlier_in_a_leap_year():
    assert PROFESSION_BY_CODE["software"].on(2028) == date(2028, 9, 12)


def test_womens_day_is_the_eighth_of_march():
    assert FEAST_BY_CODE["womens_day"].on(2027) == date(2027, 3, 8)


@pytest.mark.parametrize(
    ("industry", "code"),
    [
        ("строительство", "building"),
        ("Оптовая торговля", "trade"),
        ("грузовые перевозки", "transport"),
        ("manufacturing", "machines"),
        ("медицина", "medicine"),
        ("ИТ", "software"),
        ("юридические услуги", "law"),
    ],
)
def test_profession_is_found_by_the_words_of_the_industry(industry, code):
    found = profession_of(industry)
    assert found is not None
    assert found.code == code


def test_whoever_has_no_feast_has_none():
    assert profession_of("услуги") is None
    assert profession_of("") is None
    # "it" is a word, not the beginning of one.
    assert profession_of("itinerant circus") is None


def test_codes_are_their_own():
    assert len(PROFESSION_BY_CODE) == len(PROFESSIONS)
