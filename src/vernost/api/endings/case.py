"""What speaks for an ending and what protects the client, and letters for a polite one."""

from typing import Annotated, Literal

from django.utils.translation import get_language
from ninja import Query
from pydantic import Field

from vernost.api.endings.schemas import EndingCaseShown, LetterText, Losing
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Given, Number
from vernost.api.shell.words import words
from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.signal import signals_of
from vernost.assessment.wording.explaining import guards_why
from vernost.care.queries.ending import EVIDENCE, case_of, ending_of
from vernost.care.queries.letter import letter_for
from vernost.core.access import Action
from vernost.core.clock import today

operations = Operations("judgement")


class InLanguage(Given):
    language: Annotated[
        Literal["ru", "en"] | None, Field(description="Of the client; unless told, that of the answer.")
    ] = None


@operations.reads("/clients/{client_id}/ending-case", right=Action.VIEW_CLIENT, answer=EndingCaseShown)
def show_ending_case(request: Request, client_id: Number) -> EndingCaseShown:
    """Grounds and evidence out of the last assessment, what protects the client, what the company would lose."""
    client = client_for(request.auth, client_id)
    case, found, ending = case_of(client), assessment_of(client), ending_of(client)
    loses = case.loses if sees_money(request.auth) else None
    return EndingCaseShown(
        client_id=client.pk,
        ending_id=ending.pk if ending else None,
        grounds=list(case.grounds),
        evidence=[one.pk for one in signals_of(client) if one.code in EVIDENCE],
        guards=list(case.guards),
        protected_by=guards_why(words(), row_of(found)) if found and case.guards else [],
        loses=Losing.model_validate(loses) if loses else None,
    )


@operations.reads("/clients/{client_id}/ending-letters/{kind}", right=Action.CHANGE_CLIENT, answer=LetterText)
def show_letter_of_ending(
    request: Request,
    client_id: Number,
    kind: Literal["last_chance", "ending", "farewell", "greeting"],
    asked: Query[InLanguage],
) -> LetterText:
    """A letter of the way to an ending with its places filled, to be changed and sent by hand."""
    client = client_for(request.auth, client_id, Action.CHANGE_CLIENT)
    language = asked.language or (get_language() or "en")[:2]
    letter = letter_for(kind, language, client=client, ending=ending_of(client), by=request.auth, on=today())
    return LetterText(subject=letter.subject, body=letter.body)
