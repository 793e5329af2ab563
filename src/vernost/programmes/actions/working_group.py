from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.core.actions.record import change_record, create_record, remove_record, restore_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.programmes.group_faults import wrong_in_group
from vernost.programmes.models import Membership, WorkingGroup


class WorkingGroupFields(TypedDict, total=False):
    name: str
    task: str
    is_sample: bool


def create_working_group(
    *,
    people: Iterable[User],
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[WorkingGroupFields],
) -> WorkingGroup:
    """WrongValues when another working group has this name, however it is written."""
    refuse_wrong(wrong_in_group(None, fields))
    with transaction.atomic():
        group = create_record(record=WorkingGroup(**fields), by=by, at=at, face=face, run=run)
        _set_people(group, people, by, at, face, run)
    return group


def change_working_group(
    *,
    group: WorkingGroup,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    people: Iterable[User] | None = None,
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[WorkingGroupFields],
) -> WorkingGroup:
    """`people`, where they are given, are those who are in it from now on. WrongValues as when it is made;
    ChangedMeanwhile when another value stands in the database than `standing` says.
    """
    refuse_wrong(wrong_in_group(group, fields))
    with transaction.atomic():
        change_record(record=group, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing)
        if people is not None:
            _set_people(group, people, by, at, face, run)
    return group


def remove_working_group(
    *, group: WorkingGroup, by: User, at: datetime, face: Face, run: str = ""
) -> WorkingGroup:
    """Its ideas stay."""
    return remove_record(record=group, by=by, at=at, face=face, run=run)


def _set_people(
    group: WorkingGroup, people: Iterable[User], by: User | None, at: datetime, face: Face, run: str
) -> None:
    wanted = {person.pk: person for person in people}
    known = {one.person_id: one for one in group.memberships.all()}
    for pk, one in known.items():
        if pk not in wanted:
            remove_record(record=one, by=by, at=at, face=face, run=run)
        elif one.deleted_at is not None:
            restore_record(record=one, by=by, at=at, face=face, run=run)
    for pk, person in wanted.items():
        if pk not in known:
            new = Membership(group=group, person=person, is_sample=group.is_sample)
            create_record(record=new, by=by, at=at, face=face, run=run)
