from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vernost.care.actions.planning_job import request_planning
from vernost.care.days.working import countries
from vernost.care.models import Capacity, CareSettings
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import WrongValues


def change_care_settings(
    *, values: Mapping[str, Any], by: User | None, at: datetime, face: Face, run: str = ""
) -> CareSettings:
    """Caps, capacity, horizon, country; touches are planned anew by them. WrongValues for a country whose holidays are
    not known.
    """
    if "country" in values and values["country"] not in countries():
        raise WrongValues({"country": _("The holidays of this country are not known.")})
    with transaction.atomic():
        settings = CareSettings.objects.select_for_update().filter(pk=1).first()
        if settings is None:
            settings = CareSettings(pk=1, **values)
            create_record(record=settings, by=by, at=at, face=face, run=run)
        else:
            change_record(record=settings, values=values, by=by, at=at, face=face, run=run)
        request_planning(by=by)
    return settings


def change_limits(
    *,
    values: Mapping[str, Any],
    capacities: Mapping[User, int | None],
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> CareSettings:
    """The settings and people's own numbers of touches a week, those alone that are given."""
    with transaction.atomic():
        for person, per_week in capacities.items():
            set_capacity(person=person, per_week=per_week, by=by, at=at, face=face, run=run)
        return change_care_settings(values=values, by=by, at=at, face=face, run=run)


def set_capacity(
    *, person: User, per_week: int | None, by: User, at: datetime, face: Face, run: str = ""
) -> None:
    """A person's own number of touches a week; None means as everybody. Touches are planned anew."""
    with transaction.atomic():
        known = Capacity.objects.select_for_update().filter(person=person).first()
        if known is None:
            if per_week is not None:
                fresh = Capacity(person=person, per_week=per_week)
                create_record(record=fresh, by=by, at=at, face=face, run=run)
        else:
            change_record(record=known, values={"per_week": per_week}, by=by, at=at, face=face, run=run)
        request_planning(by=by)
