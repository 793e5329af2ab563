"""How sending goes: whether it is set up, the last success, the last error, what waits."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.channels.actions.delivery import forget_pause
from vernost.channels.enums import LetterState
from vernost.channels.outlet import PROBLEMS, stance
from vernost.channels.queries.outlet import counts_by_state, outlet_state
from vernost.channels.tasks import request_delivery
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.office.letters.tabs import tabs_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.VIEW_CLIENT)
def outlet(request: Request) -> HttpResponse:
    here, state, counts = stance(), outlet_state(), counts_by_state()
    context = {
        "hold": here.hold.label if here.hold else "",
        "problem": PROBLEMS.get(here.problem, ""),
        "state": state,
        "is_paused": state.next_try_at is not None and state.next_try_at > now(),
        "sender": settings.DEFAULT_FROM_EMAIL,
        "counts": [(one.label, counts.get(one, 0), one.value) for one in LetterState if counts.get(one)],
        "may_retry": here.is_open and may(request.user, Action.WRITE_LETTER),
        "tabs": tabs_for(request.user, "outlet"),
    }
    return render(request, "office/letters/outlet.html", context)


@require_POST
@demand(Action.WRITE_LETTER)
def send_now(request: Request) -> HttpResponse:
    """Tries at once, without waiting for the pause after an error to end."""
    forget_pause()
    request_delivery(request.user)
    toast(request, _("What waits is being tried now."))
    return redirect("outlet")
