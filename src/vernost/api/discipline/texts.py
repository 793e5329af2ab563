"""Rules ready to be changed and declared, in the client's language."""

from django.utils.translation import get_language
from ninja import Query
from pydantic import BaseModel

from vernost.api.endings.case import InLanguage
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.care.letters import RULES, RULES_TEXTS
from vernost.core.access import Action

operations = Operations("judgement")


class RulesText(BaseModel):
    """What stands in a declaration under the same names."""

    code: str
    name: str
    rules: str
    client_duties: str
    our_duties: str


@operations.reads("/rules-texts", right=Action.CHANGE_CLIENT, answer=list[RulesText])
def list_rules_texts(request: Request, asked: Query[InLanguage]) -> list[RulesText]:
    """Rules and obligations ready to be changed and declared to a client."""
    texts = RULES_TEXTS[asked.language or (get_language() or "en")[:2]]
    return [RulesText(code=code, name=str(RULES[code]), **vars(text)) for code, text in texts.items()]
