"""The list of clients on the discipline track."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import DOWN, Step
from vernost.care.models import TrackStep
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.shell.access import may
from vernost.ui import formats
from vernost.ui.html import EMPTY, Tone, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, ListSpec

_TONES: dict[str, Tone] = {Step.PREPAYMENT: "warn", Step.STOP: "bad"}


def track_list(user: User, as_of: date) -> ListSpec[TrackStep]:
    debt = Column[TrackStep](
        "debt",
        _("Overdue debt"),
        lambda s: formats.number(_debt(s)) if _debt(s) else EMPTY,
        value=_debt,
        sort="client__assessment__debt_overdue",
        align="end",
    )
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda s: link(s.client.name, f"/clients/{s.client_id}/discipline/"),
                   value=lambda s: s.client.name, sort="client__name"),
            Column("step", _("Step"), lambda s: badge(s.get_step_display(), _TONES.get(s.step, "neutral")),
                   value=lambda s: str(s.get_step_display())),
            Column("since", _("On the track since"), lambda s: day_cell(s.began_on), value=lambda s: s.began_on,
                   sort="began_on", align="end"),
            Column("step_since", _("Step since"), lambda s: day_cell(s.taken_on), value=lambda s: s.taken_on,
                   align="end"),
            Column("days", _("Days on this step"), lambda s: formats.number((as_of - s.taken_on).days),
                   value=lambda s: (as_of - s.taken_on).days, align="end", shown=False),
            *((debt,) if may(user, Action.VIEW_MONEY) else ()),
            Column("note", _("Note"), lambda s: text_cell(s.note), value=lambda s: s.note),
            Column("owner", _("Owner"), lambda s: s.client.owner.name if s.client.owner else EMPTY,
                   value=lambda s: s.client.owner and s.client.owner.name),
        ),
        filters=(
            ChoiceFilter("step", _("Step"), "step", lambda: [(one.value, str(one.label)) for one in DOWN],
                         is_text=True),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
        ),
        sort="since",
        load=_load,
    )  # fmt: skip


def _debt(step: TrackStep) -> float | None:
    found = getattr(step.client, "assessment", None)
    return float(found.debt_overdue) if found is not None and found.debt_overdue else None


def _load(rows: QuerySet[TrackStep]) -> QuerySet[TrackStep]:
    return rows.select_related("client", "client__owner", "client__assessment")
