from ninja import Query

from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.today.schemas import NeedShown, Today, TodayAsked
from vernost.clients.queries.whose import whose
from vernost.core.access import Action, Scope, scope_of
from vernost.core.clock import today
from vernost.core.needs import Question, needs_of

operations = Operations("today")
_MOST_OF_A_SOURCE = 40


@operations.reads("/today", right=Action.VIEW_CLIENT, answer=Today)
def show_today(request: Request, asked: Query[TodayAsked]) -> Today:
    """What needs the token's owner now, and why; sums only with `money:read` or `judgement:read`."""
    person, on = request.auth, today()
    money = scope_of(person, Action.VIEW_MONEY) is not Scope.NONE
    needs = needs_of(Question(person, whose(person, asked.whose), on, on, money, _MOST_OF_A_SOURCE))
    return Today(on=on, items=[NeedShown.model_validate(need) for need in needs])
