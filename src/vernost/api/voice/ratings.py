from typing import Any

from ninja import Query

from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.api.voice.complaints import NOT_THEIRS
from vernost.api.voice.schemas import NewRating, RatingChange, RatingsAsked, RatingShown
from vernost.clients.models import Client
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.actions.rating import change_rating, record_rating, remove_rating
from vernost.voice.models import Rating

operations = Operations("talks")


@operations.reads("/ratings", right=Action.VIEW_CLIENT, answer=Page[RatingShown])
def list_ratings(request: Request, asked: Query[RatingsAsked]) -> Page[RatingShown]:
    """Marks that the clients whom the token's owner sees gave us."""
    rows = narrowed(
        of_clients(Rating, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        measure=asked.measure,
        rated_on__gte=asked.rated_from,
        rated_on__lte=asked.rated_to,
        value__lte=asked.value_to,
    )
    return page_of(rows, asked, RatingShown)


@operations.creates("/ratings", right=Action.LOG_INTERACTION, answer=RatingShown)
def record_a_rating(request: Request, given: NewRating) -> Rating:
    """Writes down a mark that a client gave."""
    client = client_for(request.auth, given.client_id, Action.LOG_INTERACTION)
    values = _with_records(client, given.model_dump(exclude={"client_id"}))
    return record_rating(client=client, by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/ratings/{rating_id}", right=Action.VIEW_CLIENT, answer=RatingShown)
def show_rating(request: Request, rating_id: Number) -> Rating:
    """One mark."""
    return _rating(request.auth, rating_id, Action.VIEW_CLIENT)


@operations.changes("/ratings/{rating_id}", right=Action.LOG_INTERACTION, answer=RatingShown)
def change_a_rating(request: Request, rating_id: Number, given: RatingChange) -> Rating:
    """Writes the values that are sent and no others."""
    one = _rating(request.auth, rating_id, Action.LOG_INTERACTION)
    standing = standing_of(one, given.saw)
    values = _with_records(one.client, given.values)
    return change_rating(rating=one, by=request.auth, at=now(), face=Face.API, standing=standing, **values)


@operations.removes("/ratings/{rating_id}", right=Action.LOG_INTERACTION)
def remove_a_rating(request: Request, rating_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    one = _rating(request.auth, rating_id, Action.LOG_INTERACTION)
    remove_rating(rating=one, by=request.auth, at=now(), face=Face.API)


def _rating(person: User, pk: int, action: Action) -> Rating:
    return record_for(Rating, person, pk, seen=Action.VIEW_CLIENT, action=action)


def _with_records(client: Client, values: dict[str, Any]) -> dict[str, Any]:
    chosen(client.contacts.filter(deleted_at=None), values, "contact_id", NOT_THEIRS)
    return values
