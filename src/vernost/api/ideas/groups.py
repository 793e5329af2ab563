from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.ideas.schemas import NewWorkingGroup, WorkingGroupChange, WorkingGroupShown
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page, records_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.programmes.actions.working_group import (
    change_working_group,
    create_working_group,
    remove_working_group,
)
from vernost.programmes.models import WorkingGroup
from vernost.programmes.queries.working_group import working_groups

operations = Operations("care")
_NOBODY = _("One of them is no person of ours, or was switched off.")


@operations.reads("/working-groups", right=Action.VIEW_CLIENT, answer=Page[WorkingGroupShown])
def list_working_groups(request: Request, asked: Query[Asked]) -> Page[WorkingGroupShown]:
    """Working groups and who is in them."""
    records, following = records_of(working_groups(), asked)
    return Page[WorkingGroupShown](items=[_shown(one) for one in records], next=following)


@operations.creates("/working-groups", right=Action.ANSWER_IDEA, answer=WorkingGroupShown)
def create_a_working_group(request: Request, given: NewWorkingGroup) -> WorkingGroupShown:
    """People of any team who mend one thing together."""
    values = _with_people(given.model_dump())
    made = create_working_group(by=request.auth, at=now(), face=Face.API, **values)
    return _shown(working_groups().get(pk=made.pk))


@operations.changes("/working-groups/{group_id}", right=Action.ANSWER_IDEA, answer=WorkingGroupShown)
def change_a_working_group(
    request: Request, group_id: Number, given: WorkingGroupChange
) -> WorkingGroupShown:
    """Writes the values that are sent and no others; `people` are those who are in it from now on."""
    group = found(_groups(), group_id)
    standing = standing_of(group, given.saw)
    values = _with_people(given.values)
    change_working_group(group=group, by=request.auth, at=now(), face=Face.API, standing=standing, **values)
    return _shown(working_groups().get(pk=group.pk))


@operations.removes("/working-groups/{group_id}", right=Action.ANSWER_IDEA)
def remove_a_working_group(request: Request, group_id: Number) -> None:
    """It is dissolved; its ideas stay."""
    remove_working_group(group=found(_groups(), group_id), by=request.auth, at=now(), face=Face.API)


def _groups() -> QuerySet[WorkingGroup]:
    return WorkingGroup.objects.filter(deleted_at=None)


def _with_people(values: dict[str, Any]) -> dict[str, Any]:
    if "people" in values:
        wanted = set(values["people"])
        people: list[User] = list(people_at_work().filter(pk__in=wanted))
        if len(people) != len(wanted):
            raise wrong("body.people", str(_NOBODY))
        values["people"] = people
    return values


def _shown(group: WorkingGroup) -> WorkingGroupShown:
    members: list[Any] = group.members  # type: ignore[attr-defined]  # working_groups
    return WorkingGroupShown(
        id=group.pk,
        name=group.name,
        task=group.task,
        people=[one.person_id for one in members],
        idea_count=group.idea_count,  # type: ignore[attr-defined]  # working_groups
    )
