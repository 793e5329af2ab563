"""Moments of a day where the company is (VERNOST_TIME_ZONE)."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware


def midnight(day: date) -> datetime:
    """With which the day begins."""
    return make_aware(datetime.combine(day, time()))


def noon(day: date) -> datetime:
    """For what is known by its day alone."""
    return make_aware(datetime.combine(day, time(12)))
