"""My mailbox: where it is, how reading goes, what is not read."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vernost.channels.actions.fetching import try_connection
from vernost.channels.actions.ignored_address import heed_address
from vernost.channels.actions.mailbox import change_mailbox, create_mailbox, retry_mailbox
from vernost.channels.enums import Security
from vernost.channels.imap.server import Access, MailboxProblem
from vernost.channels.models import IgnoredAddress, Mailbox
from vernost.channels.queries.mailbox import access_to, of_the_company, own_mailbox, read_by
from vernost.channels.tasks import fetch_one_mailbox
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.jobs.ask import ask_for
from vernost.core.models import User
from vernost.office.mail.forms import MailboxForm
from vernost.office.mail.tabs import tabs_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.voice.actions.correspondence import disconnect_mailbox

_FIRST_DAYS = 30


@require_http_methods(["GET", "POST"])
@demand(Action.LOG_INTERACTION)
def own(request: Request) -> HttpResponse:
    mailbox = own_mailbox(request.user)
    initial = {"address": request.user.email, "login": request.user.email, "since_on": first_day()}
    form = MailboxForm(request.POST or None, mailbox=mailbox, **({} if mailbox else {"initial": initial}))
    seen = seen_mailbox(request, form, mailbox)
    if written(request, form, seen, mailbox, request.user):
        return redirect("mailbox")
    context = {
        "form": form,
        "seen": seen,
        "mailbox": mailbox,
        "ignored": mailbox.ignored.filter(deleted_at=None).order_by("address") if mailbox else [],
        "tabs": tabs_for(request.user, "mailbox"),
    }
    return render(request, "office/mail/mailbox.html", context)


def first_day() -> Any:
    return today() - timedelta(days=_FIRST_DAYS)


def seen_mailbox(request: Request, form: MailboxForm, mailbox: Mailbox | None) -> Seen:
    # The password is nobody's to see: an empty field stands for it.
    return Seen(request, form, mailbox, lambda one: {"password": ""})


def written(
    request: Request, form: MailboxForm, seen: Seen, mailbox: Mailbox | None, owner: User | None
) -> bool:
    """Whether the server let us in with what shall stand, and it is saved."""
    if request.method != "POST" or not form.is_valid():
        return False
    if seen.conflicts:
        form.ask_password_again()
        return False
    return _tried(form, mailbox, seen.whole) and seen.write(
        lambda values: _save(request, mailbox, owner, values)
    )


def _tried(form: MailboxForm, mailbox: Mailbox | None, data: dict[str, Any]) -> bool:
    """Whether the server let us in; if not the form says why."""
    known = access_to(mailbox).password if mailbox else ""
    access = Access(
        data["host"], data["port"], Security(data["security"]), data["login"], data["password"] or known
    )
    try:
        try_connection(access=access, folder_in=data["folder_in"], folder_sent=data["folder_sent"])
    except MailboxProblem as told:
        form.told(told.problem, told.detail)
        return False
    return True


def _save(request: Request, mailbox: Mailbox | None, owner: User | None, data: dict[str, Any]) -> None:
    by, at = request.user, now()
    if mailbox is None:
        saved = create_mailbox(owner=owner, by=by, at=at, face=Face.WEB, **data)
    else:
        saved = change_mailbox(mailbox=mailbox, by=by, at=at, face=Face.WEB, **data)
    if saved.is_on:
        ask_for(fetch_one_mailbox, by=request.user, mailbox_id=saved.pk)
    toast(request, _("Saved. The server let us in; letters are being read."))


@require_POST
def read(request: Request, pk: int) -> HttpResponse:
    """Now, however long it was to wait."""
    mailbox = mailbox_for(request.user, pk)
    retry_mailbox(mailbox=mailbox, at=now())
    ask_for(fetch_one_mailbox, by=request.user, mailbox_id=mailbox.pk)
    toast(request, _("The mailbox is being read; the page will say what came of it."))
    return redirect(_page_of(mailbox))


@require_POST
def disconnect(request: Request, pk: int) -> HttpResponse:
    mailbox = mailbox_for(request.user, pk)
    disconnect_mailbox(mailbox=mailbox, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("The mailbox is read no more. Its password and its private letters are deleted."))
    return redirect(_page_of(mailbox))


@require_POST
def heed(request: Request, pk: int) -> HttpResponse:
    one = IgnoredAddress.objects.filter(pk=pk, deleted_at=None, mailbox__in=read_by(request.user)).first()
    if one is None:
        raise Http404
    heed_address(ignored=one, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("Letters of %(address)s are read again.") % {"address": one.address})
    return redirect("mailbox")


def mailbox_for(user: User, pk: int) -> Mailbox:
    """One's own; of the company's those alone who set them."""
    mine = own_mailbox(user)
    if mine is not None and mine.pk == pk:
        return mine
    found = of_the_company().filter(pk=pk).first() if may(user, Action.CHANGE_SETTINGS) else None
    if found is None:
        raise Http404
    return found


def _page_of(mailbox: Mailbox) -> str:
    return "mailbox" if mailbox.owner_id else "mailboxes"
