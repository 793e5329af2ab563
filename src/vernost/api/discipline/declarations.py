"""Rules and mutual obligations declared to a client in writing, and that he has acknowledged them (B3)."""

from ninja import Query

from vernost.api.discipline.schemas import (
    Acknowledgement,
    DeclarationsAsked,
    DeclarationShown,
    NewDeclaration,
)
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.records import record_for
from vernost.api.shell.values import Number
from vernost.care.actions.discipline import acknowledge_rules, declare_rules
from vernost.care.models import Declaration
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("judgement")


@operations.reads("/declarations", right=Action.VIEW_CLIENT, answer=Page[DeclarationShown])
def list_declarations(request: Request, asked: Query[DeclarationsAsked]) -> Page[DeclarationShown]:
    """Rules and obligations declared to the clients that the token's owner sees."""
    rows = narrowed(
        of_clients(Declaration, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        acknowledged_on__isnull=None if asked.acknowledged is None else not asked.acknowledged,
    )
    return page_of(rows, asked, DeclarationShown)


@operations.creates("/declarations", right=Action.CHANGE_CLIENT, answer=DeclarationShown)
def declare_rules_to_client(request: Request, given: NewDeclaration) -> Declaration:
    """Writes down what was declared to a client."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = given.model_dump(exclude={"client_id"})
    return declare_rules(client=client, by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/declarations/{declaration_id}", right=Action.VIEW_CLIENT, answer=DeclarationShown)
def show_declaration(request: Request, declaration_id: Number) -> Declaration:
    """One declaration."""
    seen = Action.VIEW_CLIENT
    return record_for(Declaration, request.auth, declaration_id, seen=seen, action=seen)


@operations.acts(
    "/declarations/{declaration_id}/acknowledge", right=Action.CHANGE_CLIENT, answer=DeclarationShown
)
def acknowledge_declaration(request: Request, declaration_id: Number, given: Acknowledgement) -> Declaration:
    """The client has acknowledged the rules; the signed paper itself is attached in the office."""
    action = Action.CHANGE_CLIENT
    declaration = record_for(
        Declaration, request.auth, declaration_id, seen=Action.VIEW_CLIENT, action=action
    )
    values = given.model_dump()
    return acknowledge_rules(declaration=declaration, by=request.auth, at=now(), face=Face.API, **values)
