"""Days as the moments between which they lie."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware


def moments(since: date, until: date) -> tuple[datetime, datetime]:
    """The first and the last moment of the period, where the company is."""
    return make_aware(datetime.combine(since, time.min)), make_aware(datetime.combine(until, time.max))
