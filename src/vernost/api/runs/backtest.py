"""The signals on our own history: whom they would have flagged, how early, how many in vain."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vernost.api.runs.schemas import BackTestShown, NamedClient, SignalHistory, SignalTested
from vernost.api.runs.work import work_shown
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.sight import sees_money
from vernost.assessment.declared import SIGNAL_BY_CODE
from vernost.assessment.enums import Fate
from vernost.assessment.models import BackTestSignal
from vernost.assessment.queries.backtest import backtest_in_force, by_code, last_backtest_job, tuned_by
from vernost.assessment.tasks import request_backtest
from vernost.assessment.wording.signals import SIGNALS
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/back-test", right=Action.VIEW_COMPANY, answer=BackTestShown)
def show_back_test(request: Request) -> BackTestShown:
    """What the signals would have said of the past by the definitions in force, and the work that runs."""
    return _shown()


@operations.acts("/back-test", right=Action.ASSESS, answer=BackTestShown)
def run_back_test(request: Request) -> BackTestShown:
    """Asks for the back-test in the background; one that waits or runs already is enough."""
    request_backtest(request.auth)
    return _shown()


@operations.reads("/back-test/{signal_code}", right=Action.VIEW_COMPANY, answer=SignalHistory)
def show_back_test_of_signal(request: Request, signal_code: str) -> SignalHistory:
    """One signal: its numbers, and the clients behind them."""
    if signal_code not in SIGNAL_BY_CODE:
        raise Refusal(Code.NOT_FOUND)
    test = backtest_in_force()
    one = test.signals.filter(code=signal_code).first() if test else None
    named = one.named if one else {}
    return SignalHistory(
        tested=tested(one) if one else None,
        came=_named(request.auth, named.get("came", [])),
        vain=_named(request.auth, named.get("vain", [])),
        missed=_named(request.auth, named.get("missed", [])),
    )


def tested(one: BackTestSignal) -> SignalTested:
    return SignalTested(
        code=one.code,
        name=_(SIGNALS[one.code].name),
        flagged=one.flagged,
        came=one.came,
        vain=one.vain,
        missed=one.missed,
        precision=one.precision,
        lead_days=one.lead_days,
        thresholds=list(tuned_by(one.code)),
    )


def _shown() -> BackTestShown:
    test, job = backtest_in_force(), last_backtest_job()
    lines = by_code(test)
    return BackTestShown(
        as_of=test.as_of if test else None,
        made_at=test.made_at if test else None,
        days=[date.fromisoformat(day) for day in test.days] if test else [],
        clients=test.clients if test else 0,
        anyway=test.anyway if test else None,
        signals=[tested(lines[code]) for code in SIGNAL_BY_CODE if code in lines],
        work=work_shown(job) if job else None,
    )


def _named(person: User, lines: list[list[Any]]) -> list[NamedClient]:
    seen = visible_to(person).in_bulk({line[0] for line in lines})
    money = sees_money(person)
    return [
        NamedClient(
            client_id=pk,
            on=date.fromisoformat(day),
            fate=Fate(fate),
            days=days,
            income=income if money else None,
        )
        for pk, day, fate, days, income in lines
        if pk in seen
    ]
