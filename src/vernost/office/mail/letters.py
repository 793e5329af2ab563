"""My letters, and one letter."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.channels.models import IncomingLetter, Mailbox
from vernost.channels.queries.mailbox import read_by
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.mail.choices import choices_for
from vernost.office.mail.forms import TaskForm
from vernost.office.mail.lists import letter_list, subject
from vernost.office.mail.tabs import tabs_for
from vernost.office.shell.access import demand, may_on
from vernost.office.shell.http import Request
from vernost.ui.lists import show_list
from vernost.voice.models import Correspondence
from vernost.voice.queries.correspondence import correspondences_of, is_sharing, letters_read_by, seen_by


@dataclass(frozen=True)
class Link:
    """`may_open`: the person sees the client; `shares_all`: he shares every letter with it."""

    link: Correspondence
    may_open: bool
    shares_all: bool
    may_plan: bool


@require_GET
@demand(Action.VIEW_CLIENT)
def letters(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        letter_list(),
        letters_read_by(request.user),
        template="office/mail/letters.html",
        empty_template="office/mail/no_letters.html",
        name="letters",
        tabs=tabs_for(request.user, "my_mail"),
        has_mailbox=read_by(request.user).exists(),
    )


@require_GET
def letter(request: Request, pk: int) -> HttpResponse:
    """Whole to who reads the mailbox; to others when it was shared and they see the client. Else there is none."""
    one = letter_for(request.user, pk)
    mine = reads(request.user, one.mailbox)
    links = links_for(request.user, one, mine=mine)
    words = request.GET.get("find", "").strip()
    context = {
        "letter": one,
        "title": subject(one),
        "mine": mine,
        "links": links,
        "receivers": one.receivers.split("\n"),
        "copies": one.copies.split("\n") if one.copies else [],
        "attachments": one.attachments.split("\n") if one.attachments else [],
        "words": words,
        "choices": choices_for(request.user, words) if mine and words else [],
        "task_form": TaskForm(
            initial={"title": (_("Answer: %(subject)s") % {"subject": subject(one)})[:200]}
        ),
    }
    return render(request, "office/mail/letter.html", context)


def letter_for(user: User, pk: int) -> IncomingLetter:
    one = seen_by(user, pk)
    if one is None:
        raise Http404
    return one


def reads(user: User, mailbox: Mailbox) -> bool:
    return read_by(user).filter(pk=mailbox.pk).exists()


def links_for(user: User, one: IncomingLetter, *, mine: bool) -> list[Link]:
    found = correspondences_of(one, user, mine=mine)
    seen = set(
        visible_to(user).filter(pk__in=[link.client_id for link in found]).values_list("pk", flat=True)
    )
    return [
        Link(
            link,
            link.client_id in seen,
            mine and is_sharing(user, link.client),
            may_on(user, link.client, Action.LOG_INTERACTION),
        )
        for link in found
    ]
