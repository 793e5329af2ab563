"""The only clock. Faces, tasks and commands read it and pass the moment down; nothing below them does."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    return timezone.now()


def today() -> date:
    """The day it is where the company is (VERNOST_TIME_ZONE)."""
    return timezone.localdate()
