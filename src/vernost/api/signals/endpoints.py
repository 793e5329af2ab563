from ninja import Query

from vernost.api.shell.access import client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.sight import hidden, sees_money
from vernost.api.shell.values import Number
from vernost.api.signals.schemas import RaisedSignal, SaidOfSignal, SignalsAsked
from vernost.assessment.actions.case import settle_signal
from vernost.assessment.queries.signal import visible_to
from vernost.assessment.wording.signals import tells_money
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")
_NUMBERS = ("observed", "expected", "threshold")


@operations.reads("/signals", right=Action.VIEW_CLIENT, answer=Page[RaisedSignal])
def list_signals(request: Request, asked: Query[SignalsAsked]) -> Page[RaisedSignal]:
    """Signals at the clients that the token's owner sees."""
    rows = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        code__in=asked.code,
        severity=asked.severity,
        verdict=asked.verdict,
        over_on__isnull=not asked.over,
    )
    page = page_of(rows, asked, RaisedSignal)
    return page.model_copy(update={"items": [_for(request.auth, one) for one in page.items]})


@operations.reads("/signals/{signal_id}", right=Action.VIEW_CLIENT, answer=RaisedSignal)
def show_signal(request: Request, signal_id: Number) -> RaisedSignal:
    """One signal."""
    return _for(request.auth, RaisedSignal.model_validate(found(visible_to(request.auth), signal_id)))


@operations.acts("/signals/{signal_id}/judge", right=Action.JUDGE_SIGNAL, answer=RaisedSignal)
def judge_a_signal(request: Request, signal_id: Number, given: SaidOfSignal) -> RaisedSignal:
    """Keeps what a person says of a signal: real, a false alarm, or nothing after all."""
    signal = found(visible_to(request.auth), signal_id)
    client_for(request.auth, signal.client_id, Action.JUDGE_SIGNAL)
    settle_signal(signal=signal, verdict=given.verdict, day=today(), by=request.auth, at=now(), face=Face.API)
    return _for(request.auth, RaisedSignal.model_validate(signal))


def _for(person: User, signal: RaisedSignal) -> RaisedSignal:
    """Numbers that are sums or shares are money too."""
    if sees_money(person):
        return signal
    return hidden(signal, "at_stake", *(_NUMBERS if tells_money(signal.code) else ()))
