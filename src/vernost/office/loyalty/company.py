"""Loyalty of all clients: levels, where words and deeds part, what is broken, where the gaps are."""

from collections.abc import Sequence

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.declared import GROUPS, LOYALTY_LEVELS
from vernost.assessment.enums import Aspect
from vernost.assessment.models import ClientAssessment, LoyaltyFactor
from vernost.assessment.queries.client_assessment import grid
from vernost.assessment.queries.loyalty import Gap, broken_factors, compelled, contradictions, gaps
from vernost.assessment.queries.method import method
from vernost.clients.models import Segment
from vernost.core.access import Action
from vernost.core.addresses import address
from vernost.core.models import User
from vernost.office.assessment.words import group_badge, loyalty_badge, words
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui import formats
from vernost.ui.html import EMPTY, badge
from vernost.ui.sheets import Cell, Sheet, count, money, number, show_sheets, text

# On the page; a file has all.
_MOST = 50


@require_GET
@demand(Action.VIEW_CLIENT)
def loyalty(request: Request) -> HttpResponseBase:
    user = request.user
    by = "segment" if request.GET.get("by") == "segment" else "group"
    levels = grid(user, "loyalty_in_force", "loyalty_in_force")
    parting = contradictions(user, method())
    taken = request.GET.get("sheet") == "parting" and request.GET.get("format")
    context = {
        "levels": [
            (
                loyalty_badge(code),
                cell.clients if (cell := levels.get((code, code))) else 0,
                f"?loyalty={code}",
            )
            for code in LOYALTY_LEVELS
        ],
        "tabs": [
            (_("by group"), "?by=group", by == "group"),
            (_("by segment"), "?by=segment", by == "segment"),
        ],
        "parting_count": parting.count(),
        "compelled": compelled(user),
    }
    may_see_money = may(user, Action.VIEW_MONEY)
    sheets = [
        _parting(list(parting if taken else parting[:_MOST]), words().currency, money_too=may_see_money),
        _broken(broken_factors(user)),
        _gaps(user, by),
    ]
    return show_sheets(
        request, "office/loyalty/company.html", sheets, may_export=may(user, Action.EXPORT), context=context
    )


def _parting(found: Sequence[ClientAssessment], currency: str, *, money_too: bool) -> Sheet:
    """Who speaks well and buys less."""
    sums = [_("Year before"), _("Year")] if money_too else []

    def row(one: ClientAssessment) -> list[Cell]:
        owner = one.client.owner
        cells = [
            text(one.client.name, address("client_loyalty", one.client_id)),
            text(owner.name if owner else EMPTY),
            number(one.nps_last),
            number(one.rating_last, 1),
        ]
        years = (one.revenue_previous, one.revenue_window) if money_too else ()
        return [*cells, *(money(sum_, currency) for sum_ in years)]

    return Sheet(
        "parting",
        _("Says well, buys less"),
        [_("Client"), _("Owner"), _("Last NPS answer"), _("Last ratings"), *sums],
        [row(one) for one in found],
        words=2,
        empty=_("Whoever speaks well of us buys accordingly."),
    )


def _broken(found: Sequence[tuple[LoyaltyFactor, int]]) -> Sheet:
    return Sheet(
        "broken",
        _("What is broken, and at how many"),
        [_("Factor"), _("Kind"), _("Area of contact"), _("Clients")],
        [
            [
                text(str(factor)),
                text(badge(factor.get_kind_display(), "bad" if factor.kind == "hygiene" else "neutral")),
                text(factor.get_area_display()),
                count(n, f"{address('clients')}?broken={factor.pk}"),
            ]
            for factor, n in found
        ],
        words=3,
        empty=_("Nothing is known to be broken."),
    )


def _gaps(user: User, by: str) -> Sheet:
    """Mean gaps by group or segment; in the file the gap alone."""
    found = gaps(user, {"segment": "segment", "group": "assessment__group_in_force"}[by])
    segments = Segment.objects.order_by("name").values_list("pk", "name") if by == "segment" else ()
    lines = (
        [(code, text(group_badge(code))) for code in GROUPS]
        if by == "group"
        else [(str(pk), text(name)) for pk, name in segments]
    )
    return Sheet(
        f"gaps-{by}",
        _("Where expectations are not met"),
        [_("Clients"), *(str(aspect.label) for aspect in Aspect)],
        [
            [name, *(_gap(found.get((key, aspect.value))) for aspect in Aspect)]
            for key, name in [*lines, ("", text(_("none")))]
            if any((key, aspect.value) in found for aspect in Aspect)
        ],
        note=_("Mean gap: how much less we do than is expected, of 10; in brackets how many clients said."),
        empty=_("Nobody has asked yet what they expect of us."),
    )


def _gap(found: Gap | None) -> Cell:
    if found is None or found.gap is None:
        return Cell(EMPTY)
    shown = f"{formats.number(found.gap, 1)} ({formats.number(found.clients)})"
    return Cell(shown, round(found.gap, 2))
