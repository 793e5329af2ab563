"""The register of gone clients as a list."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import HOLDING, Advice, Reason
from vernost.care.models import WinBack
from vernost.care.queries.win_back import with_spent
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.shell.access import may
from vernost.ui import formats
from vernost.ui.html import EMPTY, Tone, badge, day_cell, link
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of


def advice_tone(advice: str) -> Tone:
    if advice == Advice.WON:
        return "good"
    if advice in HOLDING:
        return "warn"
    return "accent" if advice in (Advice.OFFER, Advice.INVITE) else "neutral"


def win_back_list(user: User) -> ListSpec[WinBack]:
    """Who may not see money sees neither worth nor budget, and the list is sorted by day."""
    money = may(user, Action.VIEW_MONEY)
    sums = (
        Column[WinBack]("worth", _("Brought a year"), lambda w: formats.number(round(w.significance)),
                        value=lambda w: w.significance, sort="significance", align="end"),
        Column[WinBack]("budget", _("May cost up to"), lambda w: formats.number(w.budget), value=lambda w: w.budget,
                        align="end"),
        Column[WinBack]("spent", _("Spent"), lambda w: formats.number(_spent(w)) if _spent(w) else EMPTY,
                        value=_spent, align="end"),
    )  # fmt: skip
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda w: link(w.client.name, f"/clients/{w.client_id}/win-back/"),
                   value=lambda w: w.client.name),
            Column("advice", _("What the rule says"), lambda w: badge(w.get_advice_display(), advice_tone(w.advice)),
                   value=lambda w: str(w.get_advice_display())),
            Column("reason", _("Reason"), lambda w: str(w.get_reason_display())),
            *(sums if money else ()),
            Column("left", _("Gone since"), lambda w: day_cell(w.left_on), value=lambda w: w.left_on, align="end"),
            Column("next", _("Next attempt"), lambda w: day_cell(w.next_on), value=lambda w: w.next_on, sort="next_on",
                   align="end"),
            Column("won", _("Won back"), lambda w: day_cell(w.won_on), value=lambda w: w.won_on, align="end",
                   shown=False),
            Column("owner", _("Owner"), lambda w: w.client.owner.name if w.client.owner else EMPTY,
                   value=lambda w: w.client.owner and w.client.owner.name, shown=False),
        ),
        filters=(
            FlagFilter("to_do", _("Worth trying now"), ~Q(advice__in=[*HOLDING, Advice.WON])),
            FlagFilter("won", _("Won back"), Q(won_on__isnull=False)),
            ChoiceFilter("advice", _("What the rule says"), "advice",
                         labels_of(Advice), is_text=True),
            ChoiceFilter("reason", _("Reason"), "reason",
                         labels_of(Reason), is_text=True),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
            DayFilter("next", _("Next attempt"), "next_on"),
        ),
        sort="-worth" if money else "-next",
        load=_load,
    )  # fmt: skip


def _spent(win_back: WinBack) -> float:
    return float(getattr(win_back, "spent", None) or 0)


def _load(rows: QuerySet[WinBack]) -> QuerySet[WinBack]:
    return with_spent(rows).select_related("client", "client__owner")
