from django.db.models import QuerySet
from ninja import Query

from vernost.api.shell.access import client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.values import Number
from vernost.api.standard.schemas import (
    CapacityShown,
    CareSettingsChange,
    CareSettingsShown,
    FirstWordsShown,
    NewCapacity,
    SaidFirst,
)
from vernost.care.actions.care_settings import change_care_settings, set_capacity
from vernost.care.actions.first_words import write_first_words
from vernost.care.models import Capacity, CareSettings, FirstWords
from vernost.care.queries.care_settings import care_settings
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.queries.user import people_at_work

operations = Operations("care")


@operations.reads("/care-settings", right=Action.CHANGE_STANDARD, answer=CareSettingsShown)
def show_care_settings(request: Request) -> CareSettings:
    """How often is not importunate, how much a person can do, whose holidays are kept."""
    return care_settings()


@operations.changes("/care-settings", right=Action.CHANGE_STANDARD, answer=CareSettingsShown)
def change_settings_of_care(request: Request, given: CareSettingsChange) -> CareSettings:
    """Writes the values that are sent and no others; the next planning keeps them."""
    return change_care_settings(values=given.values, by=request.auth, at=now(), face=Face.API)


@operations.reads("/capacities", right=Action.CHANGE_STANDARD, answer=Page[CapacityShown])
def list_capacities(request: Request, asked: Query[Asked]) -> Page[CapacityShown]:
    """Who makes another number of touches a week than everybody."""
    rows: QuerySet[Capacity] = Capacity.objects.all()
    return page_of(rows, asked, CapacityShown)


@operations.acts("/people/{person_id}/capacity", right=Action.CHANGE_STANDARD, answer=CapacityShown)
def set_a_capacity(request: Request, person_id: Number, given: NewCapacity) -> CapacityShown:
    """A person's own number of touches a week; null: as everybody."""
    person = found(people_at_work(), person_id)
    set_capacity(person=person, per_week=given.per_week, by=request.auth, at=now(), face=Face.API)
    return CapacityShown(person_id=person.pk, per_week=given.per_week)


@operations.reads("/clients/{client_id}/first-words", right=Action.VIEW_CLIENT, answer=FirstWordsShown)
def show_first_words(request: Request, client_id: Number) -> FirstWords:
    """With what the client came, in his own words; not found while nobody has written it down."""
    words = FirstWords.objects.filter(client=client_for(request.auth, client_id)).first()
    if words is None:
        raise Refusal(Code.NOT_FOUND)
    return words


@operations.acts("/clients/{client_id}/first-words", right=Action.LOG_INTERACTION, answer=FirstWordsShown)
def write_the_first_words(request: Request, client_id: Number, given: SaidFirst) -> FirstWords:
    """Keeps with what the client came; said again, it is put right."""
    client = client_for(request.auth, client_id, Action.LOG_INTERACTION)
    return write_first_words(client=client, by=request.auth, at=now(), face=Face.API, **given.model_dump())
