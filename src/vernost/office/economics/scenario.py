"""“Loyalty grows by 5 %”: the assumptions as sliders, the effect computed on the server (K3, S0)."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponseBase, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.queries.retention import own_numbers
from vernost.assessment.queries.run import latest_run
from vernost.assessment.queries.tally import has_sums
from vernost.assessment.scenario import Assumptions, Scenario, assumptions, scenario
from vernost.core.access import Action
from vernost.office.assessment.words import words
from vernost.office.economics.forms import ScenarioForm
from vernost.office.economics.scope import tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui import formats
from vernost.ui.sheets import Sheet, money, number, show_sheets, text


@require_GET
@demand(Action.VIEW_COMPANY)
def scenario_page(request: Request) -> HttpResponseBase:
    run, said = latest_run(), words()
    context: dict[str, Any] = {"run": None, "tabs": tabs(request.user, "scenario")}
    sheets: list[Sheet] = []
    own = own_numbers(run) if run is not None and has_sums() else None
    if run is not None:
        context["run"] = run
    if run is not None and own is not None:
        chosen = _chosen(request.GET, own)
        given = assumptions(own, chosen)
        found = scenario(given)
        sheets = [_sheet(found)]
        context |= {
            "own": own,
            "sliders": _sliders(chosen, own),
            "currency": said.currency,
            "found": found,
            "sentence": _sentence(given, found),
            "one_year": run.company["loyalty_scenario"],
            "curve": _curve(found),
            "is_changed": any(chosen[name] != own[name] for name in chosen),
        }
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(
        request,
        "office/economics/scenario.html",
        sheets,
        may_export=may_export,
        part="result",
        context=context,
    )


def _chosen(query: QueryDict, own: Mapping[str, Any]) -> dict[str, float]:
    """Each assumption of the address that makes sense, the own number for every other."""
    form = ScenarioForm(query)
    form.is_valid()
    return {name: form.cleaned_data.get(name, own[name]) for name in ScenarioForm.base_fields}


def _sliders(chosen: Mapping[str, float], own: Mapping[str, Any]) -> list[dict[str, Any]]:
    labels = {
        "growth": (_("Retention grows by, points"), 0.5),
        "retention": (_("Retention now, %"), 0.1),
        "margin": (_("Profit of the income, %"), 0.1),
        "years": (_("Years looked ahead"), 1),
        "discount": (_("Later money is worth less by, % a year"), 0.5),
    }
    return [
        {
            "name": name,
            "label": label,
            "step": step,
            "least": ScenarioForm.base_fields[name].min_value,  # type: ignore[attr-defined]  # a number field
            "most": ScenarioForm.base_fields[name].max_value,  # type: ignore[attr-defined]
            "value": chosen[name],
            "shown": formats.number(chosen[name], 0 if name == "years" else 1),
            "own": formats.number(own[name], 0 if name == "years" else 1),
        }
        for name, (label, step) in labels.items()
    ]


def _sentence(given: Assumptions, found: Scenario) -> str:
    currency = words().currency
    values = {
        "from": formats.percent(given.retention, 1),
        "to": formats.percent(min(given.retention + given.growth, 1.0), 1),
        "change": formats.money(round(found.change), currency),
        "part": formats.percent(found.part) if found.part is not None else formats.DASH,
        "years": formats.number(given.years),
    }
    return (
        _(
            "If retention grows from %(from)s to %(to)s, today's clients bring %(change)s more profit in the coming "
            "years (%(years)s), in today's money: %(part)s more."
        )
        % values
    )


def _sheet(found: Scenario) -> Sheet:
    currency = words().currency
    rows = [
        [
            text(formats.number(year.number)),
            number(year.clients_as_is, 1),
            number(year.clients_grown, 1),
            money(year.profit_as_is, currency),
            money(year.profit_grown, currency),
            money(year.profit_grown - year.profit_as_is, currency),
        ]
        for year in found.years
    ]
    total = [
        text(_("All")), number(None), number(None), money(found.profit_as_is, currency),
        money(found.profit_grown, currency), money(found.change, currency),
    ]  # fmt: skip
    return Sheet(
        "scenario",
        _("Year by year, in today's money"),
        [
            _("Year"), _("Clients still here, as now"), _("with the growth"), _("Profit, as now"),
            _("with the growth"), _("Difference"),
        ],
        [*rows, total],
    )  # fmt: skip


def _curve(found: Scenario) -> dict[str, Any]:
    series = [
        (_("Profit, as now"), "--unknown", [round(year.profit_as_is) for year in found.years]),
        (_("with the growth"), "--accent", [round(year.profit_grown) for year in found.years]),
    ]
    return {
        "grid": {"left": 90, "right": 20, "top": 40, "bottom": 45},
        "legend": {"top": 0},
        "tooltip": {"trigger": "axis", "renderMode": "richText"},
        "xAxis": {
            "type": "category", "data": [year.number for year in found.years], "name": _("Year"),
            "nameLocation": "middle", "nameGap": 28,
        },
        "yAxis": {"type": "value"},
        "series": [
            {"type": "bar", "name": name, "data": data, "itemStyle": {"color": colour}} for name, colour, data in series
        ],
    }  # fmt: skip
