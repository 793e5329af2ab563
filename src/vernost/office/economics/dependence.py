"""On whom the company depends: clients, referral trees, segments, industries, service lines, owners (D4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.models import Run
from vernost.assessment.queries.dependence import Dependence, dependences, people_at
from vernost.assessment.queries.method import method
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import part, sums_by, tallied
from vernost.clients.models import Segment, ServiceLine
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.office.assessment.words import words
from vernost.office.economics.columns import clients_url
from vernost.office.economics.scope import has_sums, sees_all, tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui import formats
from vernost.ui.html import badge
from vernost.ui.sheets import Cell, Sheet, count, money, number, percent, show_sheets, text

_MOST_TREES = 10
_MOST_PLACES = 25
# A whole segment, industry, owner or line is dangerous from here.
_HALF = 0.5


@dataclass(frozen=True)
class _Measure:
    """What parts are taken of, read once a page."""

    run: Run
    currency: str
    limit: float

    def of_income(self, revenue: Decimal | float) -> float | None:
        return part(revenue, self.run.company["totals"]["revenue_window"])

    def of_profit(self, contribution: Decimal | float) -> float | None:
        return part(contribution, self.run.company["totals"]["net_contribution_window"] or 0)

    def flag(self, share: float | None, limit: float | None = None) -> Cell:
        """Whether `share` is dangerous: from the company's own limit, or from `limit`."""
        return text(badge(_("dangerous"), "bad") if (share or 0) >= (limit or self.limit) else "")


@require_GET
@demand(Action.VIEW_MONEY)
def dependence(request: Request) -> HttpResponseBase:
    """The company's page; an account manager sees his own clients, as parts of the whole company."""
    run, everybody = latest_run(), sees_all(request.user)
    context: dict[str, Any] = {"run": run if has_sums() else None, "tabs": tabs(request.user, "dependence")}
    sheets: list[Sheet] = []
    if run is not None and has_sums():
        measure = _Measure(run, words().currency, method().dependence_share)
        found = dependences(request.user, run, limit=measure.limit, everybody=everybody)
        context |= {
            "limit": measure.limit,
            "dangerous": _what_if(run, [one for one in found if one.is_dangerous]),
            "may_plan": may(request.user, Action.CHANGE_CLIENT),
        }
        sheets = [_clients(found, measure.currency)]
        if everybody:
            sheets += [_trees(request.user, measure), *_places(measure), _lines(measure)]
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(
        request, "office/economics/dependence.html", sheets, may_export=may_export, context=context
    )


def _what_if(run: Run, dangerous: list[Dependence]) -> list[dict[str, Any]]:
    """What is lost with each, and whose hours."""
    totals, until = run.company["totals"], run.as_of
    profit = float(totals["net_contribution_window"] or 0)
    clients = [one.client for one in dangerous if one.client]
    people = people_at(clients, until - timedelta(days=run.company["window_days"]), until)
    return [
        {
            "one": one,
            "revenue_after": float(totals["revenue_window"]) - float(one.revenue),
            "profit_after": profit - float(one.contribution),
            "hours": one.minutes / 60,
            "people": [
                (person or _("nobody"), minutes / 60)
                for person, minutes in people.get(one.client.pk if one.client else 0, [])
            ],
            "overdue": one.needs_review(today()),
        }
        for one in dangerous
    ]


def _plan(one: Dependence, on: date) -> Cell:
    if one.client is None:
        return text("")
    url = reverse("dependence_plan", args=[one.client.pk])
    if one.plan is None:
        return text(_("Plan is demanded"), url) if one.is_dangerous else text("")
    said = _("%(aim)s; %(owner)s, by %(day)s") % {
        "aim": one.plan.aim, "owner": one.plan.owner.name, "day": formats.day(one.plan.due_on),
    }  # fmt: skip
    return text(f"{said} ({_('to be looked at')})" if one.needs_review(on) else said, url)


def _clients(found: list[Dependence], currency: str) -> Sheet:
    on = today()
    rows = [
        [
            text(one.client.name, one.client.get_absolute_url())
            if one.client
            else text(_("a client of others")),
            text(badge(_("dangerous"), "bad") if one.is_dangerous else ""),
            _plan(one, on),
            money(one.revenue, currency),
            percent(one.share, 1),
            money(one.contribution, currency),
            percent(one.profit_part, 1),
            number(one.minutes / 60, 1),
        ]
        for one in found
    ]
    head = [
        _("Client"), _("Danger"), _("Plan"), _("Income"), _("of all"), _("Profit"), _("of all"), _("Our hours"),
    ]  # fmt: skip
    note = _(
        "The largest, and who is dangerous by profit. A part of the profit above 100% means: others cost us more."
    )
    return Sheet("clients", _("Clients"), head, rows, note, words=3, empty=_("Nobody bought in the year."))


def _trees(user: User, measure: _Measure) -> Sheet:
    currency = measure.currency
    trees = measure.run.economics.get("trees", [])[:_MOST_TREES]
    known = visible_to(user).in_bulk([tree["root"] for tree in trees])
    rows = []
    for tree in trees:
        root = known.get(tree["root"])
        share = measure.of_income(tree["revenue"])
        url = clients_url(tree=str(tree["root"]), sort="-revenue")
        rows.append(
            [
                text(root.name, root.get_absolute_url()) if root else text(_("a client of others")),
                measure.flag(share),
                count(tree["clients"], url),
                count(tree["orders"], url),
                money(tree["revenue"], currency, url),
                percent(share, 1),
                money(tree["revenue"] - tree["own"], currency),
                money(tree["contribution"], currency),
                percent(measure.of_profit(tree["contribution"]), 1),
            ]
        )
    return Sheet(
        "trees",
        _("Referral trees"),
        [
            _("First client"), _("Danger"), _("Clients"), _("Purchases"), _("Income"), _("of all"),
            _("of it from the recommended"), _("Profit"), _("of all"),
        ],
        rows,
        _("A client and all whom he and they recommended: who is offended may take the whole tree with him."),
        words=2,
        empty=_("Nobody is written down as recommended yet."),
    )  # fmt: skip


def _places(measure: _Measure) -> list[Sheet]:
    segments = dict(Segment.objects.values_list("pk", "name"))
    owners = dict(User.objects.values_list("pk", "name"))
    return [
        _place(
            measure,
            "segments",
            _("Segments"),
            "segment_id",
            segments,
            lambda pk: {"segment": str(pk or "none")},
        ),
        _place(
            measure,
            "industries",
            _("Industries"),
            "industry",
            None,
            lambda name: {"industry": name or "none"},
        ),
        _place(measure, "owners", _("Owners"), "owner_id", owners, lambda pk: {"owner": str(pk or "none")}),
    ]


def _place(
    measure: _Measure,
    key: str,
    title: str,
    column: str,
    names: Mapping[Any, str] | None,
    query: Callable[[Any], dict[str, str]],
) -> Sheet:
    currency = measure.currency
    found = sums_by(column, tallied(None))
    rows = []
    for place in sorted(found, key=lambda one: (-found[one].revenue, str(one)))[:_MOST_PLACES]:
        one, url = found[place], clients_url(**query(place), sort="-revenue")
        share = measure.of_income(one.revenue)
        name = names.get(place, "") if names is not None else place
        rows.append(
            [
                text(name or _("none")),
                measure.flag(share if len(found) > 1 else None, _HALF),
                count(one.clients, url),
                money(one.revenue, currency, url),
                percent(share, 1),
                money(one.contribution, currency, url),
                percent(measure.of_profit(one.contribution), 1),
                number(one.hours, 1, url),
            ]
        )
    return Sheet(
        key,
        title,
        [
            title,
            _("Danger"),
            _("Clients"),
            _("Income"),
            _("of all"),
            _("Profit"),
            _("of all"),
            _("Our hours"),
        ],
        rows,
        words=2,
        empty=_("Nobody bought in the year."),
    )


def _lines(measure: _Measure) -> Sheet:
    currency = measure.currency
    names = dict(ServiceLine.objects.values_list("pk", "name"))
    rows = []
    for line in measure.run.economics.get("lines", [])[:_MOST_PLACES]:
        share = measure.of_income(line["revenue"])
        rows.append(
            [
                text(names.get(line["line"], _("none"))),
                measure.flag(share, _HALF),
                count(line["clients"]),
                count(line["orders"]),
                money(line["revenue"], currency),
                percent(share, 1),
                money(line["margin"], currency),
            ]
        )
    return Sheet(
        "lines",
        _("Service lines"),
        [
            _("Service line"),
            _("Danger"),
            _("Clients"),
            _("Orders"),
            _("Income"),
            _("of all"),
            _("Income less direct cost"),
        ],
        rows,
        words=2,
        empty=_("No kinds of service are written down."),
    )
