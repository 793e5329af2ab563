"""The year up to a day, and the one before it, for measures that say how things stand on the day."""

from datetime import date, timedelta

YEAR = timedelta(days=365)


def year_to(day: date) -> tuple[date, date]:
    """365 days, the last of them `day`."""
    return day - YEAR + timedelta(days=1), day
