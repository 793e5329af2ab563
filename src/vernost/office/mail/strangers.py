"""Addresses that are nobody's: this is a contact, a new contact, or nobody's business here."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.channels.actions.ignored_address import ignore_address
from vernost.channels.models import Mailbox
from vernost.channels.queries.mailbox import read_by
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.mail.choices import Choice, choices_for
from vernost.office.mail.forms import GivenTo
from vernost.office.mail.tabs import tabs_for
from vernost.office.shell.access import demand, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.voice.actions.correspondence import name_stranger
from vernost.voice.queries.correspondence import strangers as find_strangers
from vernost.voice.queries.correspondence import unmatched_of

_MOST = 25


@require_GET
@demand(Action.VIEW_CLIENT)
def strangers(request: Request) -> HttpResponse:
    found = find_strangers(request.user, most=_MOST)
    context = {"strangers": found, "tabs": tabs_for(request.user, "strangers"), "most": _MOST}
    return render(request, "office/mail/strangers.html", context)


@require_http_methods(["GET", "POST"])
def stranger(request: Request, pk: int) -> HttpResponse:
    """Whose is `?address=`: a person at a client, or a new one."""
    mailbox, address = _asked(request, pk)
    if request.method == "POST":
        return _name(request, mailbox, address)
    letters = unmatched_of(mailbox, addresses=[address]).order_by("-at")
    maybe = [
        Choice(client)
        for one in find_strangers(request.user, most=_MOST)
        if one.address == address
        for client in one.maybe
    ]
    words = request.GET.get("find", "").strip()
    context = {
        "mailbox": mailbox,
        "address": address,
        "letters": letters[:5],
        "sender_name": next((one.sender_name for one in letters[:5] if one.sender == address), ""),
        "words": words,
        "choices": choices_for(request.user, words) if words else maybe,
    }
    return render(request, "office/mail/stranger.html", context)


@require_POST
def ignore(request: Request, pk: int) -> HttpResponse:
    mailbox, address = _asked(request, pk)
    run = new_run("ignore")
    ignore_address(mailbox=mailbox, address=address, by=request.user, at=now(), face=Face.WEB, run=run)
    text = _("Letters of %(address)s are read no more. It stands on the page of the mailbox.")
    toast(request, text % {"address": address}, undo_run=run)
    return redirect("strangers")


def _name(request: Request, mailbox: Mailbox, address: str) -> HttpResponse:
    form, run = GivenTo(request.POST, user=request.user), new_run("stranger")
    client = form.cleaned_data.get("client") if form.is_valid() else None
    if client is None or not may_on(request.user, client, Action.LOG_INTERACTION):
        toast(request, _("Choose a client with whom you work. Nothing was changed."))
        return redirect(f"{reverse('stranger', args=[mailbox.pk])}?address={address}")
    data = form.cleaned_data
    count = name_stranger(
        mailbox=mailbox, address=address, client=client, contact=data["contact"], name=data["name"], by=request.user,
        at=now(), face=Face.WEB, run=run,
    )  # fmt: skip
    text = ngettext(
        "%(count)d letter belongs to %(name)s now.", "%(count)d letters belong to %(name)s now.", count
    )
    toast(request, text % {"count": count, "name": client.name}, undo_run=run)
    return redirect("strangers")


def _asked(request: Request, pk: int) -> tuple[Mailbox, str]:
    """The mailbox `pk`, which the person reads, and the address of which it is asked."""
    mailbox = read_by(request.user).filter(pk=pk).first()
    address = (request.POST.get("address") or request.GET.get("address", "")).strip().lower()
    if mailbox is None or not address or not mailbox.letters.filter(party=address).exists():
        raise Http404
    return mailbox, address
