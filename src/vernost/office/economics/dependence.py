"""On whom the company depends: clients, referral trees, segments, industries, service lines, owners (D4)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.models import Run
from vernost.assessment.queries.concentration import (
    Line,
    Measure,
    Place,
    Tree,
    lines,
    losses,
    places,
    trees,
)
from vernost.assessment.queries.dependence import Dependence, dependences
from vernost.assessment.queries.method import method
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import has_sums, sees_all
from vernost.clients.models import Segment, ServiceLine
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.office.assessment.words import words
from vernost.office.economics.columns import clients_url
from vernost.office.economics.scope import tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui import formats
from vernost.ui.html import badge
from vernost.ui.sheets import Cell, Sheet, count, money, number, percent, show_sheets, text


def _danger(found: Dependence | Tree | Place | Line) -> Cell:
    return text(badge(_("dangerous"), "bad") if found.is_dangerous else "")


@require_GET
@demand(Action.VIEW_MONEY)
def dependence(request: Request) -> HttpResponseBase:
    """The company's page; an account manager sees his own clients, as parts of the whole company."""
    run, everybody = latest_run(), sees_all(request.user)
    context: dict[str, Any] = {"run": run if has_sums() else None, "tabs": tabs(request.user, "dependence")}
    sheets: list[Sheet] = []
    if run is not None and has_sums():
        measure, currency = Measure(run, method().dependence_share), words().currency
        found = dependences(request.user, run, limit=measure.limit, everybody=everybody)
        context |= {
            "limit": measure.limit,
            "dangerous": _what_if(run, [one for one in found if one.is_dangerous]),
            "may_plan": may(request.user, Action.CHANGE_CLIENT),
        }
        sheets = [_clients(found, currency)]
        if everybody:
            sheets += [
                _trees(trees(request.user, measure), currency),
                *_places(measure, currency),
                _lines(lines(measure), currency),
            ]
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(
        request, "office/economics/dependence.html", sheets, may_export=may_export, context=context
    )


def _what_if(run: Run, dangerous: list[Dependence]) -> list[dict[str, Any]]:
    """What is lost with each, and whose hours."""
    return [
        vars(loss)
        | {
            "people": [(name or _("nobody"), hours) for name, hours in loss.people],
            "overdue": loss.one.needs_review(today()),
        }
        for loss in losses(run, dangerous)
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
            _danger(one),
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


def _trees(found: Sequence[Tree], currency: str) -> Sheet:
    rows = []
    for tree in found:
        root, url = tree.root, clients_url(tree=str(tree.number), sort="-revenue")
        rows.append(
            [
                text(root.name, root.get_absolute_url()) if root else text(_("a client of others")),
                _danger(tree),
                count(tree.clients, url),
                count(tree.orders, url),
                money(tree.revenue, currency, url),
                percent(tree.share, 1),
                money(tree.recommended, currency),
                money(tree.contribution, currency),
                percent(tree.profit_part, 1),
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


def _places(measure: Measure, currency: str) -> list[Sheet]:
    segments = dict(Segment.objects.values_list("pk", "name"))
    owners = dict(User.objects.values_list("pk", "name"))
    kinds: tuple[tuple[str, str, str, Mapping[Any, str] | None, str], ...] = (
        ("segments", _("Segments"), "segment_id", segments, "segment"),
        ("industries", _("Industries"), "industry", None, "industry"),
        ("owners", _("Owners"), "owner_id", owners, "owner"),
    )
    return [
        _place(places(column, measure), currency, key, title, names, asked)
        for key, title, column, names, asked in kinds
    ]


def _place(
    found: Sequence[Place],
    currency: str,
    key: str,
    title: str,
    names: Mapping[Any, str] | None,
    asked: str,
) -> Sheet:
    """`asked` is the filter of the client list to which the numbers lead."""
    rows = []
    for place in found:
        one, url = place.sums, clients_url(**{asked: str(place.key or "none")}, sort="-revenue")
        name = names.get(place.key, "") if names is not None else place.key
        rows.append(
            [
                text(name or _("none")),
                _danger(place),
                count(one.clients, url),
                money(one.revenue, currency, url),
                percent(place.share, 1),
                money(one.contribution, currency, url),
                percent(place.profit_part, 1),
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


def _lines(found: Sequence[Line], currency: str) -> Sheet:
    names: dict[int | None, str] = dict(ServiceLine.objects.values_list("pk", "name"))
    rows = [
        [
            text(names.get(line.number, _("none"))),
            _danger(line),
            count(line.clients),
            count(line.orders),
            money(line.revenue, currency),
            percent(line.share, 1),
            money(line.margin, currency),
        ]
        for line in found
    ]
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
