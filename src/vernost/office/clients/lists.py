"""The client list as declared."""

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import ClientKind
from vernost.clients.queries.client import matching
from vernost.clients.queries.segment import segment_choices
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.user import owners_of_clients
from vernost.office.assessment.columns import judgement_columns, judgement_filters
from vernost.office.clients.row import ClientRow, client_rows
from vernost.office.economics.columns import economics_columns, economics_filters
from vernost.office.shell.access import may
from vernost.ui.html import EMPTY, badge, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, FlagFilter, ListSpec, WordsFilter

_KINDS = {kind.value: kind.label for kind in ClientKind}


def _name(client: ClientRow) -> str:
    name = link(client.name, f"/clients/{client.pk}/")
    return format_html("{} {}", name, badge(_("key client"), "accent")) if client.strategic else name


def client_list(user: User) -> ListSpec[ClientRow]:
    """The list as `user` sees it: the filter by owner offers those whose clients he may see."""
    return ListSpec(
        columns=(
            Column("name", _("Name"), _name, value=lambda c: c.name, sort="name"),
            Column("kind", _("Kind"), lambda c: str(_KINDS[c.kind]), shown=False),
            Column("code", _("Code"), lambda c: text_cell(c.code), value=lambda c: c.code, shown=False),
            Column(
                "industry",
                _("Industry"),
                lambda c: text_cell(c.industry),
                value=lambda c: c.industry,
                sort="industry",
                shown=False,
            ),
            Column(
                "segment",
                _("Segment"),
                lambda c: c.segment or EMPTY,
                value=lambda c: c.segment,
                shown=False,
            ),
            Column(
                "owner",
                _("Owner"),
                lambda c: c.owner or EMPTY,
                value=lambda c: c.owner,
            ),
            *judgement_columns(money=may(user, Action.VIEW_MONEY)),
            *economics_columns(money=may(user, Action.VIEW_MONEY)),
            Column(
                "since",
                _("Client since"),
                lambda c: day_cell(c.since_on),
                value=lambda c: c.since_on,
                sort="since_on",
                align="end",
                shown=False,
            ),
            Column(
                "ordered",
                _("Last order"),
                lambda c: day_cell(c.last_ordered_on),
                value=lambda c: c.last_ordered_on,
                sort="last_ordered_on",
                align="end",
            ),
            Column(
                "contact",
                _("Last contact"),
                lambda c: day_cell(c.last_contact_at),
                value=lambda c: c.last_contact_at,
                sort="last_contact_at",
                align="end",
            ),
        ),
        filters=(
            WordsFilter("q", _("Name, code, tax id or e-mail"), matching),
            ChoiceFilter("owner", _("Owner"), "owner", lambda: owners_of_clients(user)),
            ChoiceFilter("segment", _("Segment"), "segment", segment_choices),
            ChoiceFilter(
                "kind",
                _("Kind"),
                "kind",
                lambda: [(k, str(label)) for k, label in _KINDS.items()],
                is_text=True,
            ),
            FlagFilter("key", _("Key clients"), Q(strategic=True)),
            *judgement_filters(),
            *economics_filters(),
            FlagFilter("ended", _("Relationship ended"), Q(ended_on__isnull=False)),
            DayFilter("contact", _("Last contact"), "last_contact_at", is_moment=True),
        ),
        sort="name",
        groups={"owner": "owner", "segment": "segment", "industry": "industry", "kind": "kind"},
        lines=client_rows,
    )
