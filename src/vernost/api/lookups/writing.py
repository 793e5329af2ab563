"""The company's own lists: segments with their owners, service lines, teams."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from vernost.api.cases.endpoints import NOBODY
from vernost.api.lookups.schemas import (
    NamedChange,
    NamedShown,
    NewNamed,
    NewSegment,
    SegmentChange,
    SegmentShown,
)
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.clients.actions.segment import change_segment, create_segment
from vernost.clients.actions.service_line import change_service_line, create_service_line
from vernost.clients.models import Segment, ServiceLine
from vernost.core.access import Action
from vernost.core.actions.record import create_record
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import Team
from vernost.core.queries.names import is_taken
from vernost.core.queries.user import people_at_work

operations = Operations("settings")


@operations.creates("/settings/segments", right=Action.CHANGE_SETTINGS, answer=SegmentShown)
def create_a_segment(request: Request, given: NewSegment) -> Segment:
    """One more segment of clients."""
    values = _new(Segment, given.model_dump())
    return create_segment(by=request.auth, at=now(), face=Face.API, **values)


@operations.changes("/settings/segments/{segment_id}", right=Action.CHANGE_SETTINGS, answer=SegmentShown)
def change_a_segment(request: Request, segment_id: Number, given: SegmentChange) -> Segment:
    """Writes the values that are sent and no others."""
    segment = found(Segment.objects.all(), segment_id)
    standing = standing_of(segment, given.saw)
    values = _new(Segment, given.values, segment)
    return change_segment(
        segment=segment, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.creates("/settings/service-lines", right=Action.CHANGE_SETTINGS, answer=NamedShown)
def create_a_service_line(request: Request, given: NewNamed) -> ServiceLine:
    """One more service line."""
    values = _new(ServiceLine, given.model_dump())
    return create_service_line(by=request.auth, at=now(), face=Face.API, **values)


@operations.changes(
    "/settings/service-lines/{service_line_id}", right=Action.CHANGE_SETTINGS, answer=NamedShown
)
def change_a_service_line(request: Request, service_line_id: Number, given: NamedChange) -> ServiceLine:
    """Writes the values that are sent and no others."""
    line = found(ServiceLine.objects.all(), service_line_id)
    standing = standing_of(line, given.saw)
    values = _new(ServiceLine, given.values, line)
    return change_service_line(
        service_line=line, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.creates("/settings/teams", right=Action.CHANGE_SETTINGS, answer=NamedShown)
def create_a_team(request: Request, given: NewNamed) -> Team:
    """One more team of ours."""
    record = Team(**_new(Team, given.model_dump()))
    return create_record(record=record, by=request.auth, at=now(), face=Face.API)


def _new(model: type[Model], values: dict[str, Any], but: Model | None = None) -> dict[str, Any]:
    if "name" in values and is_taken(model._default_manager.all(), values["name"], but):
        raise wrong("body.name", _("There is one of this name."))
    chosen(people_at_work(), values, "owner_id", NOBODY)
    return values
