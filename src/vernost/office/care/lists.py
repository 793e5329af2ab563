"""The list of touches as declared."""

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.assessment.wording.judgement import GROUPS
from vernost.care.enums import Hold, TouchState
from vernost.care.models import Rule, Touch
from vernost.core.clock import today
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.care.words import state_badge, why_held
from vernost.ui.html import EMPTY, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec
from vernost.ui.words import labels_of


def touch_list(user: User) -> ListSpec[Touch]:
    late = Q(state=TouchState.PLANNED, latest_on__lt=today())
    in_time = Q(state=TouchState.DONE, closed_on__lte=F("latest_on"))
    too_late = Q(state=TouchState.DONE, closed_on__gt=F("latest_on"))
    return ListSpec(
        columns=(
            Column("due", _("Planned for"), lambda t: day_cell(t.due_on), value=lambda t: t.due_on, sort="due_on"),
            Column(
                "client",
                _("Client"),
                lambda t: link(t.client.name, f"/clients/{t.client_id}/"),
                value=lambda t: t.client.name,
            ),
            Column("rule", _("Rule"), lambda t: t.what, value=lambda t: t.what),
            Column(
                "contact",
                _("With whom"),
                lambda t: t.contact.name if t.contact else EMPTY,
                value=lambda t: t.contact and t.contact.name,
            ),
            Column(
                "person",
                _("Our person"),
                lambda t: t.person.name if t.person else EMPTY,
                value=lambda t: t.person and t.person.name,
            ),
            Column(
                "state", _("State"), state_badge, value=lambda t: str(TouchState(t.state).label)
            ),
            Column("why", _("Why"), lambda t: text_cell(why_held(t)), value=why_held),
            Column(
                "latest",
                _("At the latest"),
                lambda t: day_cell(t.latest_on),
                value=lambda t: t.latest_on,
                sort="latest_on",
            ),
            Column(
                "closed",
                _("Closed"),
                lambda t: day_cell(t.closed_on),
                value=lambda t: t.closed_on,
                shown=False,
            ),
        ),
        filters=(
            ChoiceFilter("state", _("State"), "state", labels_of(TouchState), is_text=True),
            ChoiceFilter("rule", _("Rule"), "rule", _rules),
            ChoiceFilter("person", _("Our person"), "person", lambda: owners_of_clients(user)),
            ChoiceFilter("group", _("Group"), "group", _groups, is_text=True),
            ChoiceFilter("hold", _("Why held back"), "hold", labels_of(Hold), is_text=True),
            FlagFilter("late", _("Late"), late),
            FlagFilter("in_time", _("Made in time"), in_time),
            FlagFilter("too_late", _("Made too late"), too_late),
            DayFilter("due", _("Planned for"), "due_on"),
            DayFilter("latest", _("At the latest"), "latest_on"),
        ),
        sort="latest",
        load=_load,
    )  # fmt: skip


def _load(touches: QuerySet[Touch]) -> QuerySet[Touch]:
    return touches.select_related("client", "rule", "action", "contact", "person")


def _rules() -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Rule.objects.order_by("position").values_list("pk", "name")]


def _groups() -> list[tuple[str, str]]:
    return [(code, str(_(name))) for code, name in GROUPS.items()]
