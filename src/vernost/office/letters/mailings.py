"""Mailings: begun under the list of clients, looked through, tried, released, cancelled."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.client_letter import try_letter
from vernost.care.actions.mailing import (
    BlanksLeft,
    NobodyChosen,
    UnableToChangeMailing,
    cancel_mailing,
    change_mailing,
    draft_mailing,
    release_mailing,
    resume_mailing,
)
from vernost.care.enums import CONSENT_FOR, LetterPurpose, MailingState
from vernost.care.letters.places import PLACES
from vernost.care.models import LetterTemplate, Mailing
from vernost.care.queries.letter_places import Filled, filled_for
from vernost.care.queries.letter_template import template_choices, text_in
from vernost.care.queries.mailing import counts_of, mailings_of, reachable_mailings
from vernost.care.tasks import request_letters
from vernost.channels.tasks import request_delivery
from vernost.clients.enums import ConsentPurpose
from vernost.clients.queries.client import reachable_by, visible_to
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.clients.lists import client_list
from vernost.office.letters.forms import MailingForm, WriteToThem
from vernost.office.letters.lists import mailing_badge, mailing_list, recipient_list
from vernost.office.letters.tabs import tabs_for
from vernost.office.letters.templates import tried
from vernost.office.letters.words import held_words, letter_words
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.ui.lists import selected, show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def mailings(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        mailing_list(),
        mailings_of(request.user),
        template="office/letters/mailings.html",
        name="mailings",
        may_export=may(request.user, Action.EXPORT),
        may_write=may(request.user, Action.SEND_MAILING),
        tabs=tabs_for(request.user, "mailings"),
        empty_template="office/letters/no_mailings.html",
    )


@require_POST
@demand(Action.SEND_MAILING)
def new_mailing(request: Request) -> HttpResponse:
    """A draft to the marked clients, or to every result of the filters; to all without a filter there is none (E6)."""
    form = WriteToThem(request.POST, templates=template_choices())
    if _is_to_everybody(request):
        refused = _("News to everybody is news to nobody: set a filter first. Nothing was written.")
    elif not form.is_valid():
        refused = _("Choose a template. Nothing was written.")
    else:
        try:
            return redirect("edit_mailing", _draft(request, form.cleaned_data["template"]).pk)
        except NobodyChosen:
            refused = _("Mark the clients to whom you write. Nothing was written.")
    toast(request, refused)
    return redirect(f"/clients/?{request.GET.urlencode()}")


def _is_to_everybody(request: Request) -> bool:
    """Every result of filters of which none is set."""
    filters = client_list(request.user).filters
    return request.POST.get("all") == "1" and not any(one.active(request.GET) for one in filters)


def _draft(request: Request, template_pk: str) -> Mailing:
    template = LetterTemplate.objects.get(pk=template_pk)
    text = text_in(template, (get_language() or "en")[:2])
    reachable = reachable_by(request.user, Action.SEND_MAILING)
    chosen = selected(client_list(request.user), reachable, request.GET, request.POST)
    return draft_mailing(
        client_ids=list(chosen.order_by("pk").values_list("pk", flat=True)),
        chosen=request.GET.urlencode() if request.POST.get("all") == "1" else "",
        name=template.name,
        purpose=LetterPurpose(template.purpose),
        language=text.language,
        subject=text.subject,
        body=text.body,
        by=request.user,
        at=now(),
        face=Face.WEB,
    )


@require_GET
@demand(Action.VIEW_CLIENT)
def mailing(request: Request, pk: int) -> HttpResponseBase:
    found = _mailing(request, pk)
    letters, held = counts_of(found)
    needed = CONSENT_FOR.get(found.purpose)
    return show_list(
        request,
        recipient_list(),
        found.recipients.filter(client__in=visible_to(request.user)),
        template="office/letters/mailing.html",
        name=f"mailing-{found.pk}",
        may_export=may(request.user, Action.EXPORT),
        selectable=found.state == MailingState.DRAFT and _is_reachable(request, found),
        empty_template="office/letters/no_recipients.html",
        mailing=found,
        state=mailing_badge(found),
        letters=letter_words(letters),
        held=held_words(held),
        gets=sum(letters.values()),
        held_count=sum(held.values()),
        needed=ConsentPurpose(needed).label if needed else "",
        shown=_as_the_first_gets_it(request, found),
        may_change=_is_reachable(request, found),
        is_draft=found.state == MailingState.DRAFT,
        may_cancel=found.state in (MailingState.WRITING, MailingState.RELEASED),
        is_cancelled=found.state == MailingState.CANCELLED,
    )


@require_http_methods(["GET", "POST"])
@demand(Action.SEND_MAILING)
def edit(request: Request, pk: int) -> HttpResponse:
    found = changeable(request, pk)
    initial = {name: getattr(found, name) for name in MailingForm.base_fields}
    form = MailingForm(request.POST or None, initial=initial)
    seen = Seen(request, form, found)
    try:
        if seen.write(
            lambda values: change_mailing(mailing=found, by=request.user, at=now(), face=Face.WEB, **values)
        ):
            return redirect(found)
    except UnableToChangeMailing as refused:
        toast(request, str(refused))
        return redirect(found)
    context = {"form": form, "seen": seen, "mailing": found, "places": PLACES.items()}
    return render(request, "office/letters/edit_mailing.html", context)


@require_POST
@demand(Action.SEND_MAILING)
def release(request: Request, pk: int) -> HttpResponse:
    found = changeable(request, pk)
    try:
        release_mailing(mailing=found, by=request.user, at=now(), face=Face.WEB)
    except (UnableToChangeMailing, NobodyChosen, BlanksLeft) as refused:
        toast(request, str(refused))
    else:
        request_letters(request.user)
        toast(
            request,
            _("The letters are being written; they leave in two minutes. Until then all can stop."),
        )
    return redirect(found)


@require_POST
@demand(Action.SEND_MAILING)
def cancel(request: Request, pk: int) -> HttpResponse:
    found = changeable(request, pk)
    try:
        count = cancel_mailing(mailing=found, by=request.user, at=now(), face=Face.WEB)
    except UnableToChangeMailing as refused:
        toast(request, str(refused))
    else:
        text = ngettext("%(count)d letter stays here.", "%(count)d letters stay here.", count)
        toast(request, text % {"count": count})
    return redirect(found)


@require_POST
@demand(Action.SEND_MAILING)
def resume(request: Request, pk: int) -> HttpResponse:
    found = changeable(request, pk)
    try:
        resume_mailing(mailing=found, by=request.user, at=now(), face=Face.WEB)
    except UnableToChangeMailing as refused:
        toast(request, str(refused))
    else:
        request_letters(request.user)
        toast(request, _("The mailing goes on."))
    return redirect(found)


@require_POST
@demand(Action.SEND_MAILING)
def try_mailing(request: Request, pk: int) -> HttpResponse:
    """A test letter to oneself, as the first recipient would get it."""
    found = changeable(request, pk)
    shown = _as_the_first_gets_it(request, found)
    if shown is None:
        toast(request, _("Nobody is in this mailing: there is nothing to show. Nothing was sent."))
        return redirect(found)
    one = try_letter(subject=shown.subject, body=shown.body, by=request.user, at=now())
    request_delivery(request.user)
    toast(request, tried(one))
    return redirect(found)


def _as_the_first_gets_it(request: Request, found: Mailing) -> Filled | None:
    rows = found.recipients.filter(client__in=visible_to(request.user)).select_related("client__owner")
    one = rows.order_by("hold", "pk").first()
    if one is None:
        return None
    return filled_for(
        one.client, subject=found.subject, body=found.body, purpose=found.purpose, language=found.language,
        person=found.person, on=today(),
    )  # fmt: skip


def _mailing(request: Request, pk: int) -> Mailing:
    found = mailings_of(request.user).select_related("person").filter(pk=pk).distinct().first()
    if found is None:
        raise Http404
    return found


def _is_reachable(request: Request, found: Mailing) -> bool:
    return may(request.user, Action.SEND_MAILING) and (
        reachable_mailings(request.user).filter(pk=found.pk).exists()
    )


def changeable(request: Request, pk: int) -> Mailing:
    """404 for one that he may not see, 403 where he may not write to all of its clients."""
    found = _mailing(request, pk)
    if not _is_reachable(request, found):
        raise PermissionDenied
    return found
