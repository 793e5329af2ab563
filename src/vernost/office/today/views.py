"""The first page: who needs me now, why, what to do; by what is at stake."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vernost.assessment.queries.run import latest_run
from vernost.clients.queries.whose import whose
from vernost.core.access import Action
from vernost.core.clock import today as day_of_today
from vernost.core.needs import Need, Question, needs_of
from vernost.core.queries.company import company
from vernost.core.queries.user import owner_choices
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.today.rows import Asking
from vernost.office.today.whose import whose_tabs

_MOST_CLIENTS = 40
_MOST_OF_A_SOURCE = 40


@dataclass(frozen=True)
class Line:
    """What needs the person at one client, the weightiest first."""

    needs: list[Need]
    on: date

    @property
    def first(self) -> Need:
        return self.needs[0]

    @property
    def at_stake(self) -> float | None:
        return max((need.at_stake for need in self.needs if need.at_stake), default=None)


@require_GET
@demand(Action.VIEW_CLIENT)
def today(request: Request) -> HttpResponse:
    """Mine, or with ?whose=all those of everybody whose clients I see; who owns no client sees all at once."""
    user, on = request.user, day_of_today()
    owner = whose(user, request.GET.get("whose", ""))
    money = may(user, Action.VIEW_MONEY)
    needs = needs_of(Question(user, owner, on, on, money, _MOST_OF_A_SOURCE))
    context = {
        "lines": _by_client([need for need in needs if need.client_id is not None], on)[:_MOST_CLIENTS],
        "common": _by_client([need for need in needs if need.client_id is None], on),
        "judged": bool(needs) or latest_run() is not None,
        "currency": company().currency,
        "asking": Asking(
            on, owner_choices(user) if any(need.acts for need in needs) else (), get_token(request)
        ),
        "tabs": whose_tabs(user, owner),
    }
    return render(request, "office/today/today.html", context)


def _by_client(needs: list[Need], on: date) -> list[Line]:
    """Needs of the same client, or of the same area, together, in the order of the first of each."""
    found: dict[int | str, list[Need]] = {}
    for need in needs:
        found.setdefault(need.client_id or need.client_name, []).append(need)
    return [Line(each, on) for each in found.values()]
