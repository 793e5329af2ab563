"""Hand-overs as a list."""

from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vernost.care.models import Handover
from vernost.care.queries.handover import counted
from vernost.core.models import User
from vernost.ui.html import badge, day_cell, link
from vernost.ui.lists import Column, DayFilter, FlagFilter, ListSpec


def handover_list(user: User) -> ListSpec[Handover]:
    return ListSpec(
        columns=(
            Column("client", gettext_lazy("Client"), lambda h: link(h.client.name, h.get_absolute_url()),
                   value=lambda h: h.client.name),
            Column("giver", gettext_lazy("Who hands over"), lambda h: h.giver.name),
            Column("taker", gettext_lazy("Who takes over"), lambda h: h.taker.name),
            Column("begun", gettext_lazy("Begun"), lambda h: day_cell(h.begun_on), value=lambda h: h.begun_on,
                   sort="begun_on"),
            Column("state", gettext_lazy("State"), state_badge, value=state),
            Column("finished", gettext_lazy("Finished"), lambda h: day_cell(h.finished_on),
                   value=lambda h: h.finished_on, shown=False),
        ),
        filters=(
            FlagFilter("open", gettext_lazy("Under way"), Q(finished_on=None)),
            FlagFilter("to_me", gettext_lazy("To me"), Q(taker=user.pk)),
            FlagFilter("from_me", gettext_lazy("From me"), Q(giver=user.pk)),
            DayFilter("begun", gettext_lazy("Begun"), "begun_on"),
        ),
        sort="-begun",
        load=_load,
    )  # fmt: skip


def state(handover: Handover) -> str:
    if handover.finished_on:
        return _("finished")
    given = {"taken": getattr(handover, "taken_count", 0), "count": getattr(handover, "item_count", 0)}
    return _("%(taken)s of %(count)s taken over") % given


def state_badge(handover: Handover) -> SafeString:
    return badge(state(handover), "good" if handover.finished_on else "neutral")


def _load(rows: QuerySet[Handover]) -> QuerySet[Handover]:
    return counted(rows.select_related("client", "giver", "taker"))
