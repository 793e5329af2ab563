from django.db.models import QuerySet
from ninja import Query

from vernost.api.lookups.schemas import NamedShown, PersonShown, SegmentShown
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page, page_of
from vernost.api.shell.operations import Operations
from vernost.clients.models import Segment, ServiceLine
from vernost.core.access import Action
from vernost.core.models import Team, User

operations = Operations("clients")


@operations.reads("/people", right=Action.VIEW_CLIENT, answer=Page[PersonShown])
def list_people(request: Request, asked: Query[Asked]) -> Page[PersonShown]:
    """Who of us is there: the numbers that stand as `owner_id`, `person_id`, `talks_to_id`."""
    people: QuerySet[User] = User.objects.all()
    return page_of(people, asked, PersonShown)


@operations.reads("/segments", right=Action.VIEW_CLIENT, answer=Page[SegmentShown])
def list_segments(request: Request, asked: Query[Asked]) -> Page[SegmentShown]:
    """Segments of clients: the numbers that stand as `segment_id`."""
    return page_of(Segment.objects.all(), asked, SegmentShown)


@operations.reads("/service-lines", right=Action.VIEW_CLIENT, answer=Page[NamedShown])
def list_service_lines(request: Request, asked: Query[Asked]) -> Page[NamedShown]:
    """Service lines: the numbers that stand as `service_line_id`."""
    return page_of(ServiceLine.objects.all(), asked, NamedShown)


@operations.reads("/teams", right=Action.VIEW_CLIENT, answer=Page[NamedShown])
def list_teams(request: Request, asked: Query[Asked]) -> Page[NamedShown]:
    """Teams: the numbers that stand as `team_id`."""
    return page_of(Team.objects.all(), asked, NamedShown)
