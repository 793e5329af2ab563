"""Where we stand: the company's page, from the last assessment and the stored movement."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.declared import GROUPS
from vernost.assessment.queries.movement import Movement, judged_days, movement
from vernost.assessment.queries.run import latest_run
from vernost.assessment.wording import judgement
from vernost.assessment.wording.movement import tendency
from vernost.assessment.wording.words import Words
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.core.models import User
from vernost.office.assessment.words import group_badge, words
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request

_COLOURS = {
    "reward": "--good",
    "manage": "--accent",
    "discipline": "--warn",
    "fire": "--bad",
    None: "--unknown",
}
_YEAR = timedelta(days=365)
_QUARTERS = 12


@require_GET
@demand(Action.VIEW_COMPANY)
def portfolio(request: Request) -> HttpResponse:
    run = latest_run()
    if run is None:
        return render(request, "office/assessment/portfolio.html", {"run": None})
    said, company = words(), run.company
    days = judged_days()
    since = _chosen(request.GET.get("since", ""), days) or _a_year_before(run.as_of, days)
    moved = movement(Client.objects.all(), since, run.as_of, today=today()) if since < run.as_of else None
    context = {
        "run": run,
        "currency": said.currency,
        "totals": company["totals"],
        "basis": said.gettext(judgement.CONTRIBUTION_BASIS[company["contribution_basis"]]),
        "groups": _groups(said, company),
        "curve": _curve(company["concentration"]),
        "concentration": company["concentration"],
        "leavers": _leavers(said, request.user, company["if_leaves"]),
        "cohorts": _cohorts(said, company["cohorts"]),
        "quarters": range(_QUARTERS),
        "flow": _flow(said, company["flow"]),
        "scenario": company["loyalty_scenario"],
        "winning": company["winning_and_keeping"],
        "days": [day for day in days if day < run.as_of],
        "since": since,
        "movement": None if moved is None else _movement(said, moved),
    }
    return render(request, "office/assessment/portfolio.html", context)


def _chosen(text: str, days: Sequence[date]) -> date | None:
    return next((day for day in days if day.isoformat() == text), None)


def _a_year_before(as_of: date, days: Sequence[date]) -> date:
    """The judged day nearest to a year ago."""
    return min(days, key=lambda day: abs(day - (as_of - _YEAR)))


def _groups(said: Words, company: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each group with its part of clients, income, effort and contribution."""
    rows = company["groups"]
    sums = {name: sum(float(row[name] or 0) for row in rows) for name in rows[0] if name != "group"}

    def part(row: Mapping[str, Any], name: str) -> str:
        return said.percent(float(row[name] or 0) / sums[name]) if sums[name] > 0 else "–"

    return [
        {
            "badge": group_badge(row["group"]),
            "row": row,
            "clients": part(row, "clients"),
            "income": part(row, "revenue_window"),
            "effort": "–" if row["cost_to_serve_window"] is None else part(row, "cost_to_serve_window"),
            "url": f"/clients/?group={row['group']}",
        }
        for row in rows
    ]


def _curve(concentration: Mapping[str, Any]) -> dict[str, Any]:
    points = [
        [round(100 * p["clients_part"], 1), round(100 * p["revenue_part"], 1)] for p in concentration["curve"]
    ]
    axis = {"type": "value", "min": 0, "max": 100, "nameLocation": "middle"}
    return {
        "grid": {"left": 55, "right": 20, "top": 15, "bottom": 45},
        "tooltip": {"trigger": "axis", "renderMode": "richText"},
        "xAxis": {**axis, "name": _("clients, %"), "nameGap": 28},
        "yAxis": {**axis, "name": _("income, %"), "nameGap": 38},
        "series": [
            {"type": "line", "data": points, "showSymbol": False, "lineStyle": {"color": "--accent"},
             "itemStyle": {"color": "--accent"}, "areaStyle": {"color": "--accent-soft"}},
        ],
    }  # fmt: skip


def _leavers(said: Words, user: User, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The largest, and what goes with each; a client of another team stays nameless."""
    clients = visible_to(user).in_bulk([row["client_id"] for row in rows])
    return [
        {
            "client": clients.get(row["client_id"]),
            "share": said.percent(row["share"], 1),
            "revenue": row["revenue_window"],
            "contribution": row["net_contribution_window"],
            "hhi_after": said.number(row["hhi_after"], 3),
        }
        for row in rows
    ]


def _cohorts(said: Words, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The last quarters of first orders: size, and the part that bought in each quarter since."""
    cells = {(row["cohort"], row["quarter"]): row for row in rows}
    names = sorted({row["cohort"] for row in rows})[-_QUARTERS:]
    return [
        {
            "name": name,
            "size": cells[name, 0]["size"],
            "cells": [_cohort_cell(said, cells.get((name, quarter))) for quarter in range(_QUARTERS)],
        }
        for name in names
        if (name, 0) in cells
    ]


def _cohort_cell(said: Words, row: Mapping[str, Any] | None) -> tuple[str, int]:
    """Text and darkness 0–4."""
    if row is None:
        return "", 0
    part = row["clients"] / row["size"]
    return said.percent(part), min(4, 1 + int(part * 4))


def _flow(
    said: Words, flow: Mapping[str, Mapping[str, Any]]
) -> list[tuple[str, Mapping[str, Any], str, str]]:
    """New, regular, leaving, others: their part of income against their part of effort (K2)."""
    income = sum(max(float(row["revenue_window"] or 0), 0) for row in flow.values())
    known = all(row["cost_to_serve_window"] is not None for row in flow.values())
    effort = sum(float(row["cost_to_serve_window"] or 0) for row in flow.values())
    return [
        (
            said.gettext(judgement.FLOWS[name]),
            row,
            said.percent(float(row["revenue_window"] or 0) / income) if income else "–",
            said.percent(float(row["cost_to_serve_window"]) / effort) if known and effort else "–",
        )
        for name, row in flow.items()
    ]


def _movement(said: Words, moved: Movement) -> dict[str, Any]:
    """Flow picture, matrix and the tendency in words."""
    froms: list[str | None] = [*GROUPS, None]
    label = {group: said.gettext(judgement.GROUPS[group]) for group in GROUPS}
    new = _("new")
    nodes = [
        {"name": f"{label[group] if group else new} ", "itemStyle": {"color": _COLOURS[group]}, "depth": 0}
        for group in froms
        if any(old == group for old, _now in moved.moves)
    ]
    nodes += [
        {"name": label[group], "itemStyle": {"color": _COLOURS[group]}, "depth": 1}
        for group in GROUPS
        if any(now == group for _old, now in moved.moves)
    ]
    links = [
        {"source": f"{label[old] if old else new} ", "target": label[now], "value": n}
        for (old, now), n in moved.moves.items()
    ]
    sankey = {
        "type": "sankey", "nodes": nodes, "links": links, "draggable": False, "left": 10, "right": 190,
        "layoutIterations": 0,
        "label": {"color": "--ink"}, "lineStyle": {"color": "source", "opacity": 0.3},
    }  # fmt: skip
    matrix = [
        (group_badge(old) if old else new, [moved.moves.get((old, now), 0) for now in GROUPS])
        for old in froms
    ]
    return {
        "picture": {"tooltip": {"renderMode": "richText"}, "series": [sankey]},
        "matrix": matrix,
        "head": [group_badge(group) for group in GROUPS],
        "sentences": tendency(said, moved.moves),
    }
