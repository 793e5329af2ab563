from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.values import Number
from vernost.api.today.schemas import HandedOver, Moved, Said, Skipped, TouchesAsked, TouchShown
from vernost.care.actions.touch import (
    TouchIsClosed,
    finish_touch,
    hand_over_touch,
    move_touch,
    release_touch,
    skip_touch,
)
from vernost.care.models import Touch
from vernost.care.queries.touch import reachable_by, visible_to
from vernost.clients.queries.client import reachable_by as clients_reachable_by
from vernost.core.access import Action, Scope, scope_of
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("today")


@operations.reads("/touches", right=Action.VIEW_CLIENT, answer=Page[TouchShown])
def list_touches(request: Request, asked: Query[TouchesAsked]) -> Page[TouchShown]:
    """Touches with the clients that the token's owner sees; their worth only where he may see money."""
    found = narrowed(
        visible_to(request.auth).select_related("rule", "action"),
        client=asked.client_id,
        person=asked.person_id,
        state=asked.state,
        due_on__gte=asked.due_from,
        due_on__lte=asked.due_to,
    )
    page = page_of(found, asked, TouchShown)
    page.items = [_shown_to(request.auth, one) for one in page.items]
    return page


@operations.acts("/touches/{touch_id}/finish", right=Action.LOG_INTERACTION, answer=TouchShown)
def finish_a_touch(request: Request, touch_id: Number, given: Said) -> TouchShown:
    """Done: the contact is written down as it was promised, with what is sent of it."""
    return _done(request, touch_id, finish_touch, **given.model_dump(exclude_unset=True))


@operations.acts("/touches/{touch_id}/move", right=Action.LOG_INTERACTION, answer=TouchShown)
def move_a_touch(request: Request, touch_id: Number, given: Moved) -> TouchShown:
    """To another day; the latest day that was promised stays."""
    if given.day < today():
        raise wrong("body.day", _("This day is past. Choose today or a later one."))
    return _done(request, touch_id, move_touch, to=given.day)


@operations.acts("/touches/{touch_id}/hand-over", right=Action.LOG_INTERACTION, answer=TouchShown)
def hand_over_a_touch(request: Request, touch_id: Number, given: HandedOver) -> TouchShown:
    """To another person, who sees the client."""
    touch = _touch(request.auth, touch_id)
    person = User.objects.filter(pk=given.person_id, is_active=True).first()
    sees = person and clients_reachable_by(person, Action.LOG_INTERACTION).filter(pk=touch.client_id).exists()
    if person is None or not sees:
        raise wrong("body.person_id", _("There is no such person, or he does not see this client."))
    return _done(request, touch_id, hand_over_touch, to=person)


@operations.acts("/touches/{touch_id}/skip", right=Action.LOG_INTERACTION, answer=TouchShown)
def skip_a_touch(request: Request, touch_id: Number, given: Skipped) -> TouchShown:
    """Not this time, and why."""
    return _done(request, touch_id, skip_touch, reason=given.reason)


@operations.acts("/touches/{touch_id}/release", right=Action.LOG_INTERACTION, answer=TouchShown)
def release_a_touch(request: Request, touch_id: Number) -> TouchShown:
    """Plans a touch that the cap held back."""
    return _done(request, touch_id, release_touch)


def _done(request: Request, pk: int, action: Callable[..., Any], **given: Any) -> TouchShown:
    touch = _touch(request.auth, pk)
    try:
        action(touch=touch, by=request.auth, at=now(), face=Face.API, **given)
    except TouchIsClosed as closed:
        raise Refusal(Code.CLOSED) from closed
    kept = Touch.objects.select_related("rule", "action").get(pk=pk)
    return _shown_to(request.auth, TouchShown.model_validate(kept))


def _shown_to(person: User, touch: TouchShown) -> TouchShown:
    """The client's revenue is seen by whoever sees money alone."""
    seen = scope_of(person, Action.VIEW_MONEY) is not Scope.NONE
    return touch if seen else touch.model_copy(update={"worth": None})


def _touch(person: User, pk: int) -> Touch:
    if not visible_to(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_FOUND)
    touch = reachable_by(person).filter(pk=pk).first()
    if touch is None:
        raise Refusal(Code.NOT_ALLOWED)
    return touch
