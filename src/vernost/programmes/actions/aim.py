"""Aims of a plan. A changed one stays in the history with the day and the reason."""

from datetime import date, datetime

from django.db import transaction

from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.enums import AimKind
from vernost.programmes.models import Aim, Plan


def set_aim(
    *,
    plan: Plan,
    text: str,
    on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    kind: AimKind = AimKind.RELATION,
) -> Aim:
    aim = Aim(plan=plan, text=text, kind=kind, set_on=on, is_sample=plan.is_sample)
    return create_record(record=aim, by=by, at=at, face=face, run=run)


def change_aim(
    *, aim: Aim, text: str, why: str, on: date, by: User | None, at: datetime, face: Face, run: str = ""
) -> Aim:
    """The old one ends on `on` because of `why`, which must not be empty; the new one is returned."""
    with transaction.atomic():
        drop_aim(aim=aim, why=why, on=on, by=by, at=at, face=face, run=run)
        return set_aim(
            plan=aim.plan, text=text, kind=AimKind(aim.kind), on=on, by=by, at=at, face=face, run=run
        )


def drop_aim(
    *, aim: Aim, why: str, on: date, by: User | None, at: datetime, face: Face, run: str = ""
) -> Aim:
    values = {"over_on": on, "why": why}
    return change_record(record=aim, values=values, by=by, at=at, face=face, run=run)
