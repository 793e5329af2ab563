"""The picture of a goal: where its number came from, where it goes, where it is to be."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from vernost.programmes.models import Goal, MonthlyValue

_DOTTED = {"type": "dashed", "width": 1.5}


def goal_picture(goal: Goal, points: Sequence[MonthlyValue]) -> dict[str, Any]:
    """For data-chart; days are ISO texts."""
    known = [[one.counted_on.isoformat(), float(one.number)] for one in points if one.number is not None]
    ends, target = goal.ends_on.isoformat(), float(goal.target)
    series = [_line(_("Counted"), known, "--accent", {"width": 2}, symbol="circle")]
    if goal.start is not None:
        way = [[goal.starts_on.isoformat(), float(goal.start)], [ends, target]]
        series.append(_line(_("The way to the target"), way, "--good", _DOTTED))
    if (
        known
        and goal.forecast is not None
        and goal.forecast_low is not None
        and goal.forecast_high is not None
    ):
        for name, number in (
            (_("Forecast"), goal.forecast),
            (_("Its bounds"), goal.forecast_low),
            (_("Its bounds"), goal.forecast_high),
        ):
            series.append(_line(name, [known[-1], [ends, float(number)]], "--ink-soft", _DOTTED))
    return {
        "grid": {"left": 8, "right": 24, "top": 64, "bottom": 8, "containLabel": True},
        "legend": {"top": 0, "type": "plain"},
        "tooltip": {"trigger": "axis"},
        "xAxis": {"type": "time", "axisLabel": {"formatter": "{MM}.{yyyy}", "hideOverlap": True}},
        "yAxis": {"type": "value", "scale": True},
        "series": series,
    }


def _line(
    name: str, data: list[Any], colour: str, style: dict[str, Any], symbol: str = "none"
) -> dict[str, Any]:
    return {
        "type": "line",
        "name": name,
        "data": data,
        "symbol": symbol,
        "symbolSize": 6,
        "lineStyle": {"color": colour, **style},
        "itemStyle": {"color": colour},
    }
