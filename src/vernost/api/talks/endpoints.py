from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number, override_of
from vernost.api.talks.schemas import NewTalk, TalkChange, TalksAsked, TalkShown
from vernost.assessment.actions.contact import log_contact
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.actions.interaction import change_interaction, remove_interaction
from vernost.voice.models import Correspondence, Interaction
from vernost.voice.queries.interaction import visible_to

operations = Operations("talks")
_NOBODY = gettext_lazy("The client has no such person.")


@operations.reads("/interactions", right=Action.VIEW_CLIENT, answer=Page[TalkShown])
def list_interactions(request: Request, asked: Query[TalksAsked]) -> Page[TalkShown]:
    """Contacts with the clients that the token's owner sees."""
    found = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        contact=asked.contact_id,
        person=asked.person_id,
        at__gte=asked.since,
        at__lte=asked.until,
    )
    return page_of(found, asked, TalkShown)


@operations.creates("/interactions", right=Action.LOG_INTERACTION, answer=TalkShown)
def log_an_interaction(request: Request, given: NewTalk) -> Interaction:
    """Writes down a contact, and what the client did; some acts open a case at once."""
    client, at = client_for(request.auth, given.client_id, Action.LOG_INTERACTION), now()
    if given.at > at:
        raise wrong("body.at", _("It lies in the future: a contact is written down when it has taken place."))
    values = given.model_dump(exclude={"client_id", "at", "acts", "why"})
    chosen(client.contacts.filter(deleted_at=None), values, "contact_id", _NOBODY)
    said, _cases = log_contact(
        client=client,
        happened_at=given.at,
        acts=given.acts,
        person=request.auth,
        by=request.auth,
        at=at,
        face=Face.API,
        override=override_of(given.why),
        **values,
    )
    return said


@operations.reads("/interactions/{interaction_id}", right=Action.VIEW_CLIENT, answer=TalkShown)
def show_interaction(request: Request, interaction_id: Number) -> Interaction:
    """One contact."""
    return record_for(
        Interaction, request.auth, interaction_id, seen=Action.VIEW_CLIENT, action=Action.VIEW_CLIENT
    )


@operations.changes("/interactions/{interaction_id}", right=Action.LOG_INTERACTION, answer=TalkShown)
def change_an_interaction(request: Request, interaction_id: Number, given: TalkChange) -> Interaction:
    """Writes the values that are sent and no others."""
    talk = _mended(request.auth, interaction_id)
    standing = standing_of(talk, given.saw)
    values = given.values
    return change_interaction(
        interaction=talk,
        by=request.auth,
        at=now(),
        face=Face.API,
        happened_at=values.pop("at", None),
        standing=standing,
        **values,
    )


@operations.removes("/interactions/{interaction_id}", right=Action.LOG_INTERACTION)
def remove_an_interaction(request: Request, interaction_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    talk = _mended(request.auth, interaction_id)
    remove_interaction(interaction=talk, by=request.auth, at=now(), face=Face.API)


def _mended(person: User, pk: int) -> Interaction:
    """A contact that is a letter is mended where letters are."""
    talk = record_for(Interaction, person, pk, seen=Action.VIEW_CLIENT, action=Action.LOG_INTERACTION)
    if Correspondence.objects.filter(interaction=talk).exists():
        raise Refusal(Code.NOT_FOUND)
    return talk
