"""What winning costs against keeping, the balance of new, regular and leaving, and the whale curve (K1, K2)."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.balance import Balance, balance
from vernost.assessment.enums import Flow
from vernost.assessment.models import Run
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import Sums, has_sums
from vernost.assessment.queries.winning import Winning, facts_of, quarters_of
from vernost.assessment.wording.economics import balance_sentences
from vernost.core.access import Action
from vernost.office.assessment.words import words
from vernost.office.economics.columns import clients_url
from vernost.office.economics.scope import tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui import formats
from vernost.ui.sheets import Cell, Sheet, count, money, number, percent, show_sheets, text

_FLOWS = ("new", "regular", "leaving", "other", "none")


@require_GET
@demand(Action.VIEW_COMPANY)
def balance_page(request: Request) -> HttpResponseBase:
    run, said = latest_run(), words()
    context: dict[str, Any] = {"run": None, "tabs": tabs(request.user, "balance")}
    sheets: list[Sheet] = []
    if run is not None and has_sums():
        facts = facts_of(run)
        costs, found = facts.costs, balance(facts.flows, facts.marketing)
        whale = run.economics["whale"]
        sheets = [
            _costs(costs, facts.since, run.as_of),
            _quarters(run),
            _balance(facts.flows, found),
            _whale(whale),
        ]
        context |= {
            "run": run,
            "costs": costs,
            "currency": said.currency,
            "times": formats.number(costs.times, 1) if costs.times else "",
            "has_marketing": any(facts.marketing.values()),
            "sentences": balance_sentences(said, found),
            "verdict": found.verdict,
            "whale": whale,
            "curve": _curve(whale) if whale["points"] else None,
        }
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(
        request, "office/economics/balance.html", sheets, may_export=may_export, context=context
    )


def _costs(found: Winning, since: date, until: date) -> Sheet:
    currency = words().currency
    days = f"day_from={since + timedelta(days=1)}&day_to={until}"

    def line(
        name: str, purpose: str, effort: Decimal | None, many: int, each: Decimal | None, url: str
    ) -> list[Cell]:
        spent = found.marketing[purpose]
        listed = f"/economics/costs/?purpose={purpose}&{days}" if spent else ""
        total = spent + (effort or Decimal(0))
        effort_url = url if effort else ""
        return [
            text(name), money(spent, currency, listed), money(effort, currency, effort_url), money(total, currency),
            count(many, url), money(each, currency),
        ]  # fmt: skip

    new, won_back = clients_url(flow="new"), clients_url(stage="won_back")
    rows = [
        line(_("Winning new clients"), "winning", found.effort_winning, found.won, found.per_won, new),
        line(
            _("Keeping clients"), "keeping", found.effort_keeping, found.kept, found.per_kept, clients_url()
        ),
        line(_("Winning clients back"), "winning_back", None, found.won_back, found.per_won_back, won_back),
        line(_("The brand as a whole"), "brand", None, 0, None, ""),
    ]
    rows.insert(
        1,
        [
            text(_("First year of the new, after their first purchase")), money(None, currency),
            money(found.effort_starting, currency, new), money(found.effort_starting, currency),
            count(found.won, new), money(None, currency),
        ],
    )  # fmt: skip
    return Sheet(
        "costs",
        _("Cost of winning and of keeping a client, year"),
        [
            _("For what"),
            _("Marketing"),
            _("Our effort in money"),
            _("Together"),
            _("Clients"),
            _("Per client"),
        ],
        rows,
        _(
            "Effort is hours × the person's rate, and expenses. Winning: effort up to the first purchase, and all "
            "effort with who has not bought. Kept: bought before the year and in it. The brand is counted to nobody."
        ),
    )


def _quarters(run: Run) -> Sheet:
    """New clients by quarter of their first purchase, and the marketing to win them."""
    currency = words().currency
    rows = [
        [
            text(one.name),
            count(one.won),
            money(one.spent or None, currency),
            money(one.per_won, currency),
        ]
        for one in quarters_of(run)
    ]
    return Sheet(
        "quarters",
        _("New clients by quarter"),
        [_("Quarter"), _("New clients"), _("Marketing to win them"), _("Per client")],
        rows,
        _("Without our hours. The last quarter is not over."),
    )


def _balance(flows: Mapping[str, Sums], found: Balance) -> Sheet:
    currency = words().currency
    rows = []
    for flow in _FLOWS:
        one, url = flows.get(flow, Sums()), clients_url(flow=flow)
        rows.append(
            [
                text(str(Flow(flow).label)),
                count(one.clients, url),
                money(one.revenue, currency, url),
                percent(found.income.get(flow)),
                number(one.hours, 1, url) if one.minutes else count(0),
                money(one.service, currency, url),
                percent(found.effort.get(flow)),
                money(one.revenue_previous, currency),
            ]
        )
    return Sheet(
        "flows",
        _("Balance of new, regular and leaving"),
        [
            _("Clients"), _("How many"), _("Income"), _("of all"), _("Our hours"), _("Effort in money"),
            _("of all, with marketing"), _("Income the year before"),
        ],
        rows,
        _("Marketing to win and effort with who has not bought yet count as effort on the new."),
    )  # fmt: skip


def _whale(whale: Mapping[str, Any]) -> Sheet:
    currency, total = words().currency, whale["total"]
    points = whale["points"]
    rows = [
        [
            count(point["clients"]),
            percent(point["clients"] / whale["clients"]),
            money(point["profit"], currency),
            percent(point["profit"] / total if total > 0 else None),
        ]
        for point in points[:: max(1, len(points) // 10)] + points[-1:]
    ]
    return Sheet(
        "whale",
        _("Whale curve: cumulated profit"),
        [_("The most profitable"), _("of all clients"), _("bring together"), _("of the whole profit")],
        rows,
        empty=_("Nobody has brought or cost anything yet."),
    )


def _curve(whale: Mapping[str, Any]) -> dict[str, Any]:
    points = [
        [0.0, 0.0],
        *([round(100 * p["clients"] / whale["clients"], 1), p["profit"]] for p in whale["points"]),
    ]
    return {
        "grid": {"left": 90, "right": 20, "top": 15, "bottom": 45},
        "tooltip": {"trigger": "axis", "renderMode": "richText"},
        "xAxis": {
            "type": "value", "min": 0, "max": 100, "name": _("clients, %"), "nameLocation": "middle", "nameGap": 28,
        },
        "yAxis": {"type": "value"},
        "series": [
            {"type": "line", "data": points, "showSymbol": False, "lineStyle": {"color": "--accent"},
             "itemStyle": {"color": "--accent"}, "areaStyle": {"color": "--accent-soft"}},
        ],
    }  # fmt: skip
