"""The days and limits within which touches are planned."""

from datetime import date, timedelta

from vernost.care.days.profession import PROFESSIONS
from vernost.care.days.working import working_days
from vernost.care.models import Capacity, CareSettings
from vernost.care.planning.given import Frame
from vernost.care.planning.load import Load

# Windows may end after the horizon.
_BEYOND = timedelta(days=120)


def frame_of(settings: CareSettings, as_of: date) -> Frame:
    end = as_of + timedelta(days=settings.horizon_days)
    return Frame(
        start=as_of.toordinal(),
        end=end.toordinal(),
        days=working_days(settings.country, as_of, end + _BEYOND),
        cap=settings.cap_touches,
        cap_days=settings.cap_days,
        former_per_year=settings.former_per_year,
        professions={
            one.code: tuple(one.on(year).toordinal() for year in range(as_of.year, end.year + 2))
            for one in PROFESSIONS
        },
    )


def empty_load(settings: CareSettings, frame: Frame) -> Load:
    own = Capacity.objects.values_list("person_id", "per_week")
    weekly = {person: per_week for person, per_week in own if per_week is not None}
    return Load(frame.days, settings.weekly_capacity, weekly)
