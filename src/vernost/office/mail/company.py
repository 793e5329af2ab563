"""Mailboxes of the company, and how reading goes with everybody's; never what is in them."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vernost.channels.models import Mailbox
from vernost.channels.queries.mailbox import of_the_company
from vernost.core.access import Action
from vernost.office.mail.forms import CompanyMailboxForm
from vernost.office.mail.mailbox import first_day, seen_mailbox, written
from vernost.office.mail.tabs import tabs_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request


@require_GET
@demand(Action.CHANGE_SETTINGS)
def mailboxes(request: Request) -> HttpResponse:
    everybodys = Mailbox.objects.filter(deleted_at=None).select_related("owner", "team")
    context = {
        "mailboxes": everybodys.order_by("owner__name", "address"),
        "tabs": tabs_for(request.user, "mailboxes"),
    }
    return render(request, "office/mail/mailboxes.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def new(request: Request) -> HttpResponse:
    form = CompanyMailboxForm(request.POST or None, initial={"since_on": first_day()})
    return _saved(request, form, None)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def edit(request: Request, pk: int) -> HttpResponse:
    mailbox = of_the_company().filter(pk=pk).first()
    if mailbox is None:
        raise Http404
    return _saved(request, CompanyMailboxForm(request.POST or None, mailbox=mailbox), mailbox)


def _saved(request: Request, form: CompanyMailboxForm, mailbox: Mailbox | None) -> HttpResponse:
    seen = seen_mailbox(request, form, mailbox)
    if written(request, form, seen, mailbox, None):
        return redirect("mailboxes")
    title = mailbox.address if mailbox else _("New mailbox of the company")
    context = {"form": form, "seen": seen, "mailbox": mailbox, "title": title}
    return render(request, "office/mail/company_mailbox.html", context)
