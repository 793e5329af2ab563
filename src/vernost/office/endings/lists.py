"""The list of endings, open and over."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import OPEN_ENDINGS, EndingState, Reason, Side
from vernost.care.models import Ending
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.shell.access import may
from vernost.ui import formats
from vernost.ui.html import EMPTY, Tone, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of

TONES: dict[str, Tone] = {
    EndingState.CONSIDERED: "neutral",
    EndingState.LAST_CHANCE: "warn",
    EndingState.DECIDED: "bad",
    EndingState.ENDED: "neutral",
    EndingState.KEPT: "good",
}


def ending_list(user: User) -> ListSpec[Ending]:
    revenue = Column[Ending](
        "revenue",
        _("Revenue of the year"),
        lambda e: formats.number(e.loses.get("revenue")),
        value=lambda e: e.loses.get("revenue"),
        align="end",
    )
    return ListSpec(
        columns=(
            Column("day", _("Day"), lambda e: day_cell(e.opened_on), value=lambda e: e.opened_on,
                   sort="opened_on"),
            Column("client", _("Client"), lambda e: link(e.client.name, f"/clients/{e.client_id}/ending/"),
                   value=lambda e: e.client.name),
            Column("side", _("Who ends it"), lambda e: str(e.get_side_display())),
            Column("state", _("State"), lambda e: badge(e.get_state_display(), TONES[EndingState(e.state)]),
                   value=lambda e: str(e.get_state_display())),
            Column("reason", _("Reason"), lambda e: str(e.get_reason_display())),
            Column("note", _("In words"), lambda e: text_cell(e.decision_why or e.note),
                   value=lambda e: e.decision_why or e.note),
            *((revenue,) if may(user, Action.VIEW_MONEY) else ()),
            Column("until", _("Answer until"), lambda e: day_cell(e.until_on), value=lambda e: e.until_on,
                   shown=False),
            Column("decided", _("Who decided"), lambda e: e.decided_by.name if e.decided_by else EMPTY,
                   value=lambda e: e.decided_by and e.decided_by.name, shown=False),
            Column("ended", _("Ended"), lambda e: day_cell(e.ended_on), value=lambda e: e.ended_on, align="end"),
        ),
        filters=(
            FlagFilter("open", _("Under way"), Q(state__in=OPEN_ENDINGS)),
            ChoiceFilter("state", _("State"), "state",
                         labels_of(EndingState), is_text=True),
            ChoiceFilter("side", _("Who ends it"), "side",
                         labels_of(Side), is_text=True),
            ChoiceFilter("reason", _("Reason"), "reason",
                         labels_of(Reason), is_text=True),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
            DayFilter("day", _("Day"), "opened_on"),
        ),
        sort="-day",
        load=_load,
    )  # fmt: skip


def _load(rows: QuerySet[Ending]) -> QuerySet[Ending]:
    return rows.select_related("client", "client__owner", "decided_by")
