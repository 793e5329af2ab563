"""The search page and the palette's answers: clients, people, orders, what was said; pages and actions."""

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.clients.models import Order
from vernost.core.access import Action
from vernost.office.shell.access import may
from vernost.office.shell.http import Request
from vernost.office.shell.menu import menu_for
from vernost.ui import formats
from vernost.voice.models import Interaction
from vernost.voice.queries.search import Hit, HitKind
from vernost.voice.queries.search import search as find

_MOST_OF_A_KIND = 12
_MOST_IN_THE_PALETTE = 5
# So many words are more than a name.
_SENTENCE = 3


@dataclass(frozen=True)
class Found:
    """One line of the answer; `detail` tells apart what has the same name."""

    label: str
    detail: str
    url: str
    kind: str


@require_GET
def search(request: Request) -> HttpResponse:
    """A page of its own; JSON for the palette, where `only=clients` asks for clients alone."""
    words = request.GET.get("q", "").strip()
    if request.accepts("text/html"):
        hits = find(request.user, words, limit=_MOST_OF_A_KIND)
        groups = [
            (title, [_line(hit) for hit in hits if hit.kind == kind]) for kind, title in _titles().items()
        ]
        shown = [(title, lines) for title, lines in groups if lines]
        return render(request, "office/shell/search.html", {"words": words, "groups": shown})
    hits = find(request.user, words, limit=_MOST_IN_THE_PALETTE)
    if request.GET.get("only") == "clients":
        return _json([_line(hit) for hit in hits if hit.kind == "client"])
    lines = [*_pages_and_actions(request, words), *(_line(hit) for hit in hits)]
    return _json([*lines, *_written_down(request, words)])


def _json(lines: list[Found]) -> JsonResponse:
    return JsonResponse({"hits": [vars(line) for line in lines]})


def _pages_and_actions(request: Request, words: str) -> list[Found]:
    asked = words.casefold()
    menu = menu_for(request.user, "")
    pages = [(item.label, item.url, _("page")) for part in menu for item in part.links]
    if may(request.user, Action.SUGGEST):
        pages.append((_("New idea"), reverse("new_idea"), _("action")))
    if may(request.user, Action.CREATE_CLIENT):
        pages.append((_("New client"), reverse("new_client"), _("action")))
    return [Found(label, "", url, kind) for label, url, kind in pages if asked in label.casefold()]


def _written_down(request: Request, words: str) -> list[Found]:
    """A sentence may be no search at all: it becomes an idea from wherever one is."""
    if len(words.split()) < _SENTENCE or not may(request.user, Action.SUGGEST):
        return []
    address = f"{reverse('new_idea')}?{urlencode({'title': words})}"
    return [Found(_("Write down as an idea"), words, address, _("action"))]


def _titles() -> dict[HitKind, str]:
    return {
        "client": _("Clients"),
        "contact": _("People"),
        "order": _("Orders"),
        "interaction": _("Contacts and notes"),
    }


def _line(hit: Hit) -> Found:
    url = hit.client.get_absolute_url()
    match hit.kind:
        case "client":
            return Found(hit.client.name, hit.client.industry, url, _("client"))
        case "contact":
            return Found(str(hit.record), hit.client.name, url, _("person"))
        case "order":
            order = cast(Order, hit.record)
            text = f"{order.number} {order.subject}".strip() or formats.money(order.amount, order.currency)
            day = formats.day(order.ordered_on)
            return Found(text, f"{hit.client.name}, {day}", f"{url}?show=order", _("order"))
        case _:
            said = cast(Interaction, hit.record)
            text = said.note[:120] or str(said.get_kind_display())
            return Found(
                text, f"{hit.client.name}, {formats.day(said.at)}", f"{url}?show=interaction", _("contact")
            )
