"""Working days of Russia in March 2026: Sunday the 8th is made good on Monday the 9th."""

from datetime import date

from vernost.care.days.working import public_holidays, working_days

FIRST, LAST = date(2026, 3, 5), date(2026, 3, 11)


def test_weekends_and_holidays_are_free():
    days = working_days("RU", FIRST, LAST)

    assert [date.fromordinal(day).day for day in days.days] == [5, 6, 10, 11]


def test_day_is_moved_forward_or_back():
    days = working_days("RU", FIRST, LAST)

    assert days.from_(date(2026, 3, 8).toordinal()) == 2
    assert days.until(date(2026, 3, 8).toordinal()) == 1
    assert days.until(date(2026, 3, 4).toordinal()) == -1


def test_holidays_have_names_in_both_languages():
    assert public_holidays("RU", 2026, "ru")[date(2026, 5, 9)] == "День Победы"
    assert public_holidays("RU", 2026, "en")[date(2026, 5, 9)] == "Victory Day"


def test_unknown_country_has_no_holidays():
    assert public_holidays("XX", 2026, "en") == {}
