"""Taking clients out of a mailing's draft by hand, and back in."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vernost.care.actions.mailing import UnableToChangeMailing, put_back, take_out
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.letters.lists import recipient_list
from vernost.office.letters.mailings import changeable
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.ui.lists import selected


@require_POST
@demand(Action.SEND_MAILING)
def out(request: Request, pk: int) -> HttpResponse:
    """The marked rows, or every result of the filters, go out; with `back` they come back in."""
    mailing = changeable(request, pk)
    rows = selected(recipient_list(), mailing.recipients.all(), request.GET, request.POST)
    numbers, change = (
        list(rows.values_list("pk", flat=True)),
        put_back if "back" in request.POST else take_out,
    )
    try:
        count = change(mailing=mailing, recipient_ids=numbers, by=request.user, at=now(), face=Face.WEB)
    except UnableToChangeMailing as refused:
        toast(request, str(refused))
    else:
        if "back" in request.POST:
            text = ngettext("%(count)d client is back in.", "%(count)d clients are back in.", count)
        else:
            text = ngettext("%(count)d client is taken out.", "%(count)d clients are taken out.", count)
        toast(request, text % {"count": count})
    return redirect(mailing)
