"""A number on its way to the target, as a small line; the table beside it says the same in figures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from vernost.programmes.models import Plan
from vernost.programmes.queries.kpi import Figure

_WIDTH, _HEIGHT, _MARGIN = 220, 56, 6


@dataclass(frozen=True)
class Trend:
    """The readings as a line, the target as a dashed one, the forecast as a dotted end."""

    plan: Plan
    figure: Figure

    def drawn(self, label: str) -> SafeString:
        points = self.figure.points
        if len(points) < 2:
            return SafeString()
        line = " ".join(self._at(day, number) for day, number in points)
        last_x, last_y = self._at(*points[-1]).split(",")
        return format_html(
            '<svg class="trend" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}'
            '<polyline class="trend-line" points="{}"/>{}<circle class="trend-now" cx="{}" cy="{}" r="3"/></svg>',
            _WIDTH, _HEIGHT, label, self._begin(), self._target(), line, self._ahead(), last_x, last_y,
        )  # fmt: skip

    def _begin(self) -> SafeString:
        """Where the plan begins."""
        x = self._x(self.plan.since_on)
        return format_html(
            '<line class="trend-begin" x1="{}" x2="{}" y1="{}" y2="{}"/>', x, x, 2, _HEIGHT - 2
        )

    def _target(self) -> SafeString:
        target = self.figure.kpi.target
        if target is None:
            return SafeString()
        y = self._y(target)
        return format_html(
            '<line class="trend-target" x1="{}" x2="{}" y1="{}" y2="{}"/>', _MARGIN, _WIDTH - _MARGIN, y, y
        )

    def _ahead(self) -> SafeString:
        if self.figure.forecast is None:
            return SafeString()
        ends = f"{self._at(*self.figure.points[-1])} {self._at(self.plan.until_on, self.figure.forecast)}"
        return format_html('<polyline class="trend-ahead" points="{}"/>', ends)

    def _at(self, day: date, number: Decimal) -> str:
        return f"{self._x(day)},{self._y(number)}"

    def _x(self, day: date) -> float:
        first = min(self.figure.points[0][0], self.plan.since_on)
        last = max(self.figure.points[-1][0], self.plan.until_on)
        part = (day - first).days / max(1, (last - first).days)
        return round(_MARGIN + (_WIDTH - 2 * _MARGIN) * part, 1)

    def _y(self, number: Decimal) -> float:
        given = [value for _day, value in self.figure.points]
        given += [one for one in (self.figure.kpi.target, self.figure.forecast) if one is not None]
        least, most = min(given), max(given)
        part = float((number - least) / (most - least)) if most > least else 0.5
        return round(_HEIGHT - _MARGIN - (_HEIGHT - 2 * _MARGIN) * part, 1)
