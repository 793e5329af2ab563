"""The list of exceptions and of breaches for which nobody answers."""

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.models import Breach
from vernost.assessment.wording.policy import OBJECTION_NAMES, OBJECTIONS, objection_text
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.assessment.words import words
from vernost.office.shell.access import may
from vernost.ui.html import EMPTY, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec


def breach_list(user: User) -> ListSpec[Breach]:
    """Sums are left out for who may not see money; who has the right can answer for what nobody answers for."""
    money, may_answer = may(user, Action.VIEW_MONEY), may(user, Action.OVERRIDE_GATE)
    said = words()

    def found(breach: Breach) -> str:
        if OBJECTIONS[breach.code][1] == "money" and not money:
            return EMPTY
        return objection_text(said, breach.code, breach.found, breach.allowed)

    def answer(breach: Breach) -> str:
        if breach.answered_by is not None:
            return breach.answered_by.name
        if may_answer:
            return link(gettext("nobody: answer for it"), reverse("answer_breach", args=[breach.pk]))
        return badge(gettext("nobody"), "warn")

    return ListSpec(
        columns=(
            Column("day", _("Day"), lambda b: day_cell(b.happened_on), value=lambda b: b.happened_on,
                   sort="happened_on"),
            Column("client", _("Client"), lambda b: link(b.client.name, f"/clients/{b.client_id}/"),
                   value=lambda b: b.client.name),
            Column("what", _("What"), lambda b: gettext(OBJECTION_NAMES[b.code])),
            Column("found", _("Against the policy"), found),
            Column("record", _("Record"), lambda b: text_cell(b.object_name), shown=False),
            Column("answer", _("Who answers for it"), answer,
                   value=lambda b: b.answered_by.name if b.answered_by else ""),
            Column("why", _("Why"), lambda b: text_cell(b.why), value=lambda b: b.why),
            Column("face", _("From where"), lambda b: str(b.get_face_display()), shown=False),
            Column("owner", _("Owner"), lambda b: b.client.owner.name if b.client.owner else EMPTY,
                   value=lambda b: b.client.owner and b.client.owner.name, shown=False),
        ),
        filters=(
            FlagFilter("exceptions", _("Exceptions: somebody answers"), Q(answered_by__isnull=False)),
            FlagFilter("unanswered", _("Nobody answers"), Q(answered_by=None)),
            ChoiceFilter("what", _("What"), "code",
                         lambda: [(code, gettext(name)) for code, name in OBJECTION_NAMES.items()], is_text=True),
            ChoiceFilter("owner", _("Owner"), "client__owner", lambda: owners_of_clients(user)),
            DayFilter("day", _("Day"), "happened_on"),
        ),
        sort="-day",
        load=_load,
    )  # fmt: skip


def _load(rows: QuerySet[Breach]) -> QuerySet[Breach]:
    return rows.select_related("client", "client__owner", "answered_by")
