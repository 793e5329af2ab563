"""What the page of an ending says: the case, the state of the way, the words of refusals."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.signal import signals_of
from vernost.assessment.wording.explaining import group_why, guards_why
from vernost.care.enums import OPEN_ENDINGS, Checklist, EndingState, Ground, Side
from vernost.care.letters import LETTERS
from vernost.care.queries.ending import EVIDENCE, case_of, ending_of, greetings_since
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.assessment.panel import in_words
from vernost.office.assessment.words import group_badge, words
from vernost.office.endings.lists import TONES
from vernost.office.shell.access import may
from vernost.ui.html import badge


def page_of(client: Client, user: User, as_of: date) -> dict[str, Any]:
    said, found, ending = words(), assessment_of(client), ending_of(client)
    money = may(user, Action.VIEW_MONEY)
    case = case_of(client)
    context: dict[str, Any] = {
        "client": client,
        "ending": ending,
        "open": ending is not None and EndingState(ending.state) in OPEN_ENDINGS,
        "assessment": found,
        "group": group_badge(found.group) if found else "",
        "why": group_why(said, row_of(found)) if found and money else "",
        "evidence": [in_words(said, one, money=money) for one in signals_of(client) if one.code in EVIDENCE],
        "guards": guard_sentences(client, case.guards),
        "loses": _loses(ending.loses if ending and ending.loses else case.loses) if money else [],
        "letters": list(LETTERS.items()),
    }
    if ending is not None:
        context |= {
            "state": badge(ending.get_state_display(), TONES[EndingState(ending.state)]),
            "grounds": [Ground(one).label for one in ending.grounds],
            "checklist": [(item, item.label, ending.done.get(item.value)) for item in Checklist],
            "ready": all(item.value in ending.done for item in Checklist),
            "by_client": ending.side == Side.CLIENT,
            "greetings": greetings_since(ending, as_of),
        }
    return context


def _loses(loses: dict[str, Any]) -> list[tuple[str, str]]:
    """What goes with the client, a year."""
    if not loses:
        return []
    said = words()
    return [
        (_("Revenue of the year"), said.money(loses["revenue"])),
        (_("Profit of the year"), said.money(loses["profit"])),
        (_("Part of our revenue"), said.percent(loses["share"], 1)),
        (_("Hours of our people freed"), said.number(loses["hours"], 1)),
        (_("Clients whom he brought"), said.number(loses["referred"])),
    ]


def guard_sentences(client: Client, guards: tuple[str, ...]) -> list[str]:
    """What protects the client (B4)."""
    if "not_judged" in guards:
        return [_("Nobody has judged this client yet: there is no evidence.")]
    found = assessment_of(client)
    return guards_why(words(), row_of(found)) if found and guards else []
