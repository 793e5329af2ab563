"""The list to decide and the list of decisions, as declared."""

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Asks, Subject
from vernost.assessment.models import Decision, Question
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.decisions.words import asks_badge, value_badge, value_name
from vernost.ui.html import EMPTY, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of


def question_list(user: User) -> ListSpec[Question]:
    """The oldest questions first."""
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda q: link(q.client.name, f"/clients/{q.client_id}/decide/{q.subject}/"),
                   value=lambda q: q.client.name),
            Column("subject", _("On what"), lambda q: str(Subject(q.subject).label)),
            Column("asks", _("Why it is asked"), lambda q: asks_badge(q.asks)),
            Column("stood", _("Decided"), lambda q: value_badge(q.subject, q.stood) if q.stood else EMPTY),
            Column("proposed", _("The program proposes"), lambda q: value_badge(q.subject, q.proposed)),
            Column("reason", _("Reason then"), lambda q: text_cell(q.decision.reason if q.decision else ""),
                   value=lambda q: q.decision.reason if q.decision else "", shown=False),
            Column("who", _("Who decided"), lambda q: q.decision.decided_by.name if q.decision else EMPTY,
                   value=lambda q: q.decision and q.decision.decided_by.name, shown=False),
            Column("until", _("Held until"), lambda q: day_cell(q.decision.until_on if q.decision else None),
                   value=lambda q: q.decision and q.decision.until_on, align="end"),
            Column("since", _("Asked since"), lambda q: day_cell(q.since_on), value=lambda q: q.since_on,
                   sort="since_on", align="end"),
            Column("owner", _("Owner"), lambda q: q.client.owner.name if q.client.owner else EMPTY,
                   value=lambda q: q.client.owner and q.client.owner.name),
        ),
        filters=(
            ChoiceFilter("asks", _("Why it is asked"), "asks",
                         labels_of(Asks), is_text=True),
            ChoiceFilter("subject", _("On what"), "subject", labels_of(Subject), is_text=True),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
        ),
        sort="since",
        load=lambda rows: rows.select_related("client", "client__owner", "decision", "decision__decided_by"),
    )  # fmt: skip


def decision_list(user: User) -> ListSpec[Decision]:
    """Those that run out first come first."""
    return ListSpec(
        columns=(
            Column("client", _("Client"), lambda d: link(d.client.name, f"/clients/{d.client_id}/decide/{d.subject}/"),
                   value=lambda d: d.client.name),
            Column("subject", _("On what"), lambda d: str(Subject(d.subject).label)),
            Column("decided", _("Decided"), lambda d: value_badge(d.subject, d.decided)),
            Column("now", _("The program says now"), _says_now),
            Column("then", _("It said then"), lambda d: value_name(d.subject, d.proposed), shown=False),
            Column("reason", _("Reason"), lambda d: text_cell(d.reason), value=lambda d: d.reason),
            Column("who", _("Who decided"), lambda d: d.decided_by.name),
            Column("at", _("When"), lambda d: day_cell(d.decided_at), value=lambda d: d.decided_at, align="end"),
            Column("until", _("Holds until"), lambda d: day_cell(d.until_on), value=lambda d: d.until_on,
                   sort="until_on", align="end"),
            Column("over", _("Over"), lambda d: d.get_over_why_display() or EMPTY,
                   value=lambda d: d.get_over_why_display(), shown=False),
            Column("owner", _("Owner"), lambda d: d.client.owner.name if d.client.owner else EMPTY,
                   value=lambda d: d.client.owner and d.client.owner.name, shown=False),
        ),
        filters=(
            ChoiceFilter("subject", _("On what"), "subject", labels_of(Subject), is_text=True),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
            FlagFilter("overrides", _("Against the program"), ~Q(decided=F("proposed"))),
            FlagFilter("over", _("Over by now"), Q(over_at__isnull=False)),
            DayFilter("until", _("Holds until"), "until_on"),
        ),
        sort="until",
        load=_load,
    )  # fmt: skip


def _load(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    return rows.select_related("client", "client__owner", "client__assessment", "decided_by")


def _says_now(decision: Decision) -> str:
    found = getattr(decision.client, "assessment", None)
    return EMPTY if found is None else value_badge(decision.subject, getattr(found, decision.subject))
