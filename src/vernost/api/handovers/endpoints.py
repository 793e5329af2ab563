from django.db.models import QuerySet
from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.handovers.schemas import (
    HandoverFinished,
    HandoverItemsAsked,
    HandoverItemShown,
    HandoversAsked,
    HandoverShown,
    ItemTaken,
)
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.values import Number
from vernost.care.actions.handover import ItemsAreOpen, finish_handover, take_item
from vernost.care.models import Handover, HandoverItem
from vernost.care.queries.handover import counted, may_note, may_take, visible_to
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face

operations = Operations("care")


@operations.reads("/hand-overs", right=Action.VIEW_CLIENT, answer=Page[HandoverShown])
def list_handovers(request: Request, asked: Query[HandoversAsked]) -> Page[HandoverShown]:
    """Hand-overs of the clients that the token's owner sees, and his own; begun by `/clients/…/hand-over`."""
    rows = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        taker=asked.taker_id,
        giver=asked.giver_id,
        finished_on__isnull=asked.open,
    )
    return page_of(counted(rows), asked, HandoverShown)


@operations.reads("/hand-overs/{handover_id}", right=Action.VIEW_CLIENT, answer=HandoverShown)
def show_handover(request: Request, handover_id: Number) -> Handover:
    """One hand-over; its checklist is `/hand-over-items`."""
    return found(counted(visible_to(request.auth)), handover_id)


@operations.acts("/hand-overs/{handover_id}/finish", right=Action.VIEW_CLIENT, answer=HandoverShown)
def finish_a_handover(request: Request, handover_id: Number, given: HandoverFinished) -> Handover:
    """By who takes over; 409 names the items that are not ticked yet."""
    handover = found(counted(visible_to(request.auth)), handover_id)
    if not may_take(request.auth, handover):
        raise Refusal(Code.NOT_ALLOWED)
    if handover.finished_on is not None:
        raise Refusal(Code.CLOSED)
    try:
        return finish_handover(handover=handover, note=given.note, by=request.auth, at=now(), face=Face.API)
    except ItemsAreOpen as left:
        text = _("This is not taken over yet.")
        errors = [Wrong(where="path.handover_id", what=text, stands=item.pk) for item in left.items]
        raise Refusal(Code.IMPOSSIBLE, errors=errors) from left


@operations.reads("/hand-over-items", right=Action.VIEW_CLIENT, answer=Page[HandoverItemShown])
def list_handover_items(request: Request, asked: Query[HandoverItemsAsked]) -> Page[HandoverItemShown]:
    """Everything that was open when a client passed from one to another."""
    live: QuerySet[HandoverItem] = HandoverItem.objects.filter(
        deleted_at=None, handover__in=visible_to(request.auth)
    )
    rows = narrowed(live, handover=asked.handover_id, taken_on__isnull=asked.open)
    return page_of(rows, asked, HandoverItemShown)


@operations.acts("/hand-over-items/{item_id}/take", right=Action.VIEW_CLIENT, answer=HandoverItemShown)
def take_an_item(request: Request, item_id: Number, given: ItemTaken) -> HandoverItem:
    """Ticks an item and notes what is to be said of it."""
    live: QuerySet[HandoverItem] = HandoverItem.objects.filter(
        deleted_at=None, handover__in=visible_to(request.auth)
    )
    item = found(live.select_related("handover"), item_id)
    if not may_note(request.auth, item.handover):
        raise Refusal(Code.NOT_ALLOWED)
    if given.taken is not None and not may_take(request.auth, item.handover):
        raise Refusal(Code.NOT_ALLOWED)
    if item.handover.finished_on is not None:
        raise Refusal(Code.CLOSED)
    on = item.taken_on
    if given.taken is not None:
        on = (item.taken_on or today()) if given.taken else None
    note = item.note if given.note is None else given.note
    return take_item(item=item, on=on, note=note, by=request.auth, at=now(), face=Face.API)
