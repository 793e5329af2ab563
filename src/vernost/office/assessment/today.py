"""The first page: who needs me now, why, what to do; by what is at stake."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.queries.client_assessment import out_of_touch, owing
from vernost.assessment.queries.method import method
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.signal import raised
from vernost.core.access import Action, Scope, scope_of
from vernost.core.clock import now
from vernost.core.models import User
from vernost.office.assessment.panel import RaisedSignal, in_words
from vernost.office.assessment.words import words
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request

_MOST = 20
_READ = 3 * _MOST


@require_GET
@demand(Action.VIEW_CLIENT)
def today(request: Request) -> HttpResponse:
    """Mine, or with ?whose=all those of everybody whose clients I see; who owns no client sees all at once."""
    user, money = request.user, may(request.user, Action.VIEW_MONEY)
    owner = _owner(user, request.GET.get("whose", ""))
    said = words()
    found = raised(user).select_related("client", "verdict_by").filter(severity__gte=2)
    if owner is not None:
        found = found.filter(client__owner=owner)
    order = ("-at_stake", "-pk") if money else ("-severity", "first_on", "-pk")
    more = scope_of(user, Action.VIEW_CLIENT) is not Scope.OWN
    context = {
        "run": latest_run(),
        "money": money,
        "currency": said.currency,
        "needing": _by_client(
            [in_words(said, signal, money=money) for signal in found.order_by(*order)[:_READ]]
        ),
        "owing": owing(user, _MOST, owner) if money else [],
        "untouched": out_of_touch(user, _MOST, owner, before=now() - timedelta(days=method().touch_days)),
        "touch_days": method().touch_days,
        "tabs": [
            (_("mine"), "?whose=me", owner is not None),
            (_("all that I see"), "?whose=all", owner is None),
        ]
        if more
        else [],
    }
    return render(request, "office/assessment/today.html", context)


def _by_client(signals: list[RaisedSignal]) -> list[list[RaisedSignal]]:
    """Signals of the same client together, in the order of the first of each."""
    found: dict[int, list[RaisedSignal]] = {}
    for signal in signals:
        found.setdefault(signal.record.client_id, []).append(signal)
    return list(found.values())[:_MOST]


def _owner(user: User, whose: str) -> User | None:
    if scope_of(user, Action.VIEW_CLIENT) is Scope.OWN or whose == "me":
        return user
    if whose == "all":
        return None
    return user if user.clients.filter(deleted_at=None).exists() else None
