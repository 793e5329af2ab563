"""The rhythm of one client as a strip: purchases as dots on a line of time, the expected day, the silence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vernost.assessment.wording.words import Words

_WIDTH, _HEIGHT, _LINE, _MARGIN = 760, 54, 24, 10
_MOST_DAYS, _LEAST_DAYS, _LARGEST = 3 * 365, 180, 8.0


@dataclass(frozen=True)
class Strip:
    """`bought` are (day, sum or None where money is not for the reader) in order of days, not empty."""

    bought: Sequence[tuple[date, float | None]]
    as_of: date
    expected_on: date | None
    words: Words

    def drawn(self, label: str) -> SafeString:
        """An SVG picture; sentences beside it say the same."""
        return format_html(
            '<svg class="strip" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}{}</svg>',
            _WIDTH, _HEIGHT, label, self._frame(), self._years(), self._dots(), self._expected(),
        )  # fmt: skip

    @property
    def _start(self) -> date:
        days = min(_MOST_DAYS, max(_LEAST_DAYS, (self.as_of - self.bought[0][0]).days + 14))
        return self.as_of - timedelta(days=days)

    @property
    def _end(self) -> date:
        """With room for an expected day that is still to come, as far as it helps."""
        if self.expected_on is None:
            return self.as_of
        room = (self.as_of - self._start) / 6
        return max(self.as_of, min(self.expected_on, self.as_of + room))

    def _x(self, day: date) -> float:
        whole = max(1, (self._end - self._start).days)
        return round(_MARGIN + (_WIDTH - 2 * _MARGIN) * (day - self._start).days / whole, 1)

    def _frame(self) -> SafeString:
        now, last = self._x(self.as_of), self._x(max(self.bought[-1][0], self._start))
        return format_html(
            '<rect class="strip-silence" x="{}" y="{}" width="{}" height="24"/>'
            '<line class="strip-line" x1="{}" x2="{}" y1="{}" y2="{}"/>'
            '<line class="strip-today" x1="{}" x2="{}" y1="{}" y2="{}"/>',
            last, _LINE - 12, max(0.0, round(now - last, 1)),
            _MARGIN, _WIDTH - _MARGIN, _LINE, _LINE,
            now, now, _LINE - 16, _LINE + 16,
        )  # fmt: skip

    def _years(self) -> SafeString:
        """The first of January of every year; on a short strip, of every quarter."""
        step = 12 if (self._end - self._start).days > 500 else 3
        firsts = (
            date(year, month, 1)
            for year in range(self._start.year, self._end.year + 1)
            for month in range(1, 13, step)
        )
        shown = [day for day in firsts if self._start <= day <= self._end and self._x(day) < _WIDTH - 60]
        return format_html_join(
            "",
            '<line class="strip-line" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/><text x="{0}" y="{3}">{4}</text>',
            (
                (self._x(day), _LINE - 4, _LINE + 4, _HEIGHT - 4, day.year if step == 12 else f"{day:%m.%Y}")
                for day in shown
            ),
        )

    def _dots(self) -> SafeString:
        return format_html_join(
            "",
            '<circle class="strip-purchase" cx="{}" cy="{}" r="{}"><title>{}</title></circle>',
            self._each(),
        )

    def _each(self) -> Iterator[tuple[float, int, float, str]]:
        most = max((amount or 0.0 for _day, amount in self.bought), default=0.0)
        for day, amount in self.bought:
            if day < self._start:
                continue
            size = (
                4.0 if amount is None else max(2.0, _LARGEST * sqrt(max(0.0, amount) / most)) if most else 2.0
            )
            named = self.words.day(day)
            yield (
                self._x(day),
                _LINE,
                round(size, 1),
                named if amount is None else f"{named}: {self.words.money(amount)}",
            )

    def _expected(self) -> SafeString:
        day = self.expected_on
        if day is None or not self._start <= day <= self._end:
            return SafeString()
        at = self._x(day)
        return format_html(
            '<polygon class="strip-expected" points="{},{} {},{} {},{}"/>',
            at - 5, _LINE - 18, at + 5, _LINE - 18, at, _LINE - 8,
        )  # fmt: skip
