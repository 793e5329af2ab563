"""All clients at a glance: the map (value × loyalty) and the board (by group or stage)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.declared import GROUPS, LOYALTY_LEVELS, STAGES
from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.client_assessment import Cell, grid, largest
from vernost.assessment.queries.decision import right_to_decide
from vernost.assessment.queries.run import latest_run
from vernost.assessment.wording import judgement
from vernost.assessment.wording.words import Words
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.office.assessment.words import group_badge, loyalty_badge, stage_badge, words
from vernost.office.decisions.forms import Decide
from vernost.office.decisions.words import value_name
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request

MOST_ON_MAP = 500
_CARDS = 12
_COLOURS = {"reward": "--good", "manage": "--accent", "discipline": "--warn", "fire": "--bad"}
_SHAPES = {"reward": "circle", "manage": "rect", "discipline": "diamond", "fire": "triangle"}
_BOARDS = {"group": (GROUPS, group_badge), "stage": (STAGES, stage_badge)}
_NOBODY = Cell(0, 0.0)


@require_GET
@demand(Action.VIEW_MONEY)
def client_map(request: Request) -> HttpResponse:
    """A picture, and the same as a table: group × level, each cell leads to its clients."""
    said, found = words(), grid(request.user, "group_in_force", "loyalty_in_force")
    rows = [
        (
            group_badge(group),
            [
                (found.get((group, level), _NOBODY), _clients_url(group=group, loyalty=level))
                for level in LOYALTY_LEVELS
            ],
        )
        for group in GROUPS
    ]
    shown = largest(request.user, MOST_ON_MAP)
    context = {
        "run": latest_run(),
        "levels": [said.gettext(judgement.LOYALTY[level]) for level in LOYALTY_LEVELS],
        "rows": rows,
        "currency": said.currency,
        "total": sum(cell.clients for cell in found.values()),
        "shown": len(shown),
        "option": _option(said, shown) if shown else None,
        "largest": [
            (one, group_badge(one.group_in_force), loyalty_badge(one.loyalty_in_force)) for one in shown[:25]
        ],
    }
    return render(request, "office/assessment/map.html", context)


@require_GET
@demand(Action.VIEW_CLIENT)
def board(request: Request) -> HttpResponse:
    """Columns by group or stage: how many, how much, and the largest of each."""
    by = request.GET.get("by", "")
    by = by if by in _BOARDS else "group"
    codes, badge_of = _BOARDS[by]
    money = may(request.user, Action.VIEW_MONEY)
    held_by = f"{by}_in_force"
    found = grid(request.user, held_by, held_by)
    columns = [
        {
            "code": code,
            "badge": badge_of(code),
            "cell": found.get((code, code), _NOBODY),
            "url": _clients_url(**{by: code}),
            "cards": _cards(largest(request.user, _CARDS, **{held_by: code}), by),
        }
        for code in codes
        if by == "group" or (code, code) in found
    ]
    user = request.user
    values = [value for value in codes if may(user, right_to_decide(by, value))]
    tabs = [(_("by group"), "?by=group", by == "group"), (_("by stage"), "?by=stage", by == "stage")]
    context = {
        "columns": columns,
        "tabs": tabs,
        "money": money,
        "currency": words().currency,
        "run": latest_run(),
        "subject": by,
        "may_move": values,
        "decide": Decide(subject=by, values=values, today=today(), initial={"next": f"/board/?by={by}"}),
    }
    return render(request, "office/assessment/board.html", context)


def _cards(found: list[ClientAssessment], by: str) -> list[tuple[ClientAssessment, str]]:
    """Each with what the program says, where a person has decided otherwise."""
    return [
        (one, value_name(by, getattr(one, by)) if getattr(one, by) != getattr(one, f"{by}_in_force") else "")
        for one in found
    ]


def _clients_url(**filters: str) -> str:
    asked = "&".join(f"{key}={value}" for key, value in filters.items())
    return f"{reverse('clients')}?{asked}"


def _option(said: Words, shown: list[ClientAssessment]) -> dict[str, Any]:
    """What ECharts draws: right = loyal and surely still here, up = attractive, size = revenue, shape = group."""
    most = max(float(one.revenue_window or 0) for one in shown) or 1.0
    places = _places(shown)
    series = [
        {
            "type": "scatter",
            "name": said.gettext(judgement.GROUPS[group]),
            "symbol": _SHAPES[group],
            "itemStyle": {"color": _COLOURS[group], "opacity": 0.7},
            "data": [_point(said, one, most, places[one.pk]) for one in shown if one.group_in_force == group],
        }
        for group in GROUPS
    ]
    return {
        "tooltip": {"trigger": "item", "renderMode": "richText", "formatter": "{b}"},
        "legend": {"type": "scroll", "top": 0},
        "grid": {"left": 50, "right": 20, "top": 40, "bottom": 60},
        "xAxis": [
            {"type": "value", "min": 0, "max": len(LOYALTY_LEVELS), "interval": 1, "axisLabel": {"show": False}},
            {"type": "category", "data": [said.gettext(judgement.LOYALTY[level]) for level in LOYALTY_LEVELS],
             "position": "bottom", "axisTick": {"show": False}, "name": _("Loyalty →"), "nameLocation": "middle",
             "nameGap": 30, "axisLabel": {"interval": 0}},
        ],
        "yAxis": {"type": "value", "min": 0, "max": 100, "name": _("Attractiveness"), "nameLocation": "middle",
                  "nameGap": 35},
        "series": series,
    }  # fmt: skip


def _places(shown: list[ClientAssessment]) -> dict[int, float]:
    """Where each stands to the right: its level, and within it its place by the probability to be still a client."""
    places: dict[int, float] = {}
    for level, code in enumerate(LOYALTY_LEVELS):
        there = sorted(
            (one for one in shown if one.loyalty_in_force == code),
            key=lambda one: (one.p_alive or 0.0, one.pk),
        )
        places |= {one.pk: level + (at + 0.5) / len(there) for at, one in enumerate(there)}
    return places


def _point(said: Words, one: ClientAssessment, most: float, place: float) -> dict[str, Any]:
    revenue = max(float(one.revenue_window or 0), 0.0)
    return {
        "name": f"{one.client.name}\n{said.gettext(judgement.LOYALTY[one.loyalty_in_force])}, "
        f"{said.number(one.attractiveness)}, {said.number(revenue)}",
        "value": [round(place, 3), round(one.attractiveness or 0, 1)],
        "symbolSize": round(6 + 40 * (revenue / most) ** 0.5, 1),
        "url": one.client.get_absolute_url(),
    }
