"""The days on which the tests play."""

from datetime import UTC, date, datetime

AT = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 5)
