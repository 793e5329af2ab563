"""Which past days a back-test looks at."""

from datetime import date, timedelta

YEAR = timedelta(days=365)
_MOST = 12


def past_days(first: date, as_of: date) -> list[date]:
    """Ends of quarters, oldest first and the last twelve at most: each with a year of orders before it, to be judged
    by, and a year after it, to see what came.
    """
    days = []
    year, month = as_of.year, as_of.month
    while date(year, month, 1) > first:
        day = date(year, month, 1) - timedelta(days=1)
        if month in (1, 4, 7, 10) and first + YEAR <= day <= as_of - YEAR:
            days.append(day)
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return days[:_MOST][::-1]
