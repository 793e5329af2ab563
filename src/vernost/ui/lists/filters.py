"""Filters of a list: each reads its own keys of the URL, narrows a queryset and tells what is active."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from vernost.ui import formats

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

type Options = Sequence[tuple[str, str]]


class Filter(Protocol):
    """`apply` ignores values that make no sense; `active` lists (shown text, key, value) of those that hold."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> "_StrPromise": ...
    @property
    def template(self) -> str: ...
    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]: ...
    def active(self, query: QueryDict) -> list[tuple[str, str, str]]: ...


def words_of(names: Mapping[str, str]) -> Callable[[], Options]:
    """Options that never change: code -> word of the source, translated once for each language."""

    @cache
    def options(_language: str | None) -> Options:
        return [(code, gettext(name)) for code, name in names.items()]

    return lambda: options(get_language())


@dataclass(frozen=True)
class WordsFilter:
    """A search box above the list."""

    key: str
    label: "_StrPromise"
    narrow: Callable[[QuerySet[Any], str], QuerySet[Any]]
    template: str = "ui/lists/words.html"

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        words = query.get(self.key, "").strip()
        return self.narrow(rows, words) if words else rows

    def active(self, query: QueryDict) -> list[tuple[str, str, str]]:
        words = query.get(self.key, "").strip()
        return [(words, self.key, query.get(self.key, ""))] if words else []


@dataclass(frozen=True)
class ChoiceFilter:
    """One or several values of a column; the value "none" means empty. `options` is called per request."""

    key: str
    label: "_StrPromise"
    column: str
    options: Callable[[], Options]
    template: str = "ui/lists/choice.html"
    # The column is text, where empty means "" and not NULL.
    is_text: bool = False

    def _chosen(self, query: QueryDict) -> list[tuple[str, str]]:
        given = set(query.getlist(self.key))
        return [(value, label) for value, label in self.choices() if value in given] if given else []

    def choices(self) -> list[tuple[str, str]]:
        return [*self.options(), ("none", _("none"))]

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        chosen = [value for value, _label in self._chosen(query)]
        if not chosen:
            return rows
        values = [value for value in chosen if value != "none"]
        condition = Q(**{f"{self.column}__in": values}) if len(values) != 1 else Q(**{self.column: values[0]})
        if "none" in chosen:
            condition |= Q(**{self.column: ""}) if self.is_text else Q(**{f"{self.column}__isnull": True})
        return rows.filter(condition)

    def active(self, query: QueryDict) -> list[tuple[str, str, str]]:
        return [(label, self.key, value) for value, label in self._chosen(query)]


@dataclass(frozen=True)
class FlagFilter:
    """Rows for which `condition` holds."""

    key: str
    label: "_StrPromise"
    condition: Q
    template: str = "ui/lists/flag.html"

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        return rows.filter(self.condition) if query.get(self.key) == "1" else rows

    def active(self, query: QueryDict) -> list[tuple[str, str, str]]:
        return [("", self.key, "1")] if query.get(self.key) == "1" else []


@dataclass(frozen=True)
class DayFilter:
    """From a day, up to a day, or both: keys `<key>_from` and `<key>_to`. `is_moment`: the column holds moments."""

    key: str
    label: "_StrPromise"
    column: str
    is_moment: bool = False
    template: str = "ui/lists/day.html"
    _ends: tuple[tuple[str, str], ...] = field(default=(("from", "gte"), ("to", "lte")), repr=False)

    def _given(self, query: QueryDict) -> list[tuple[str, str, date]]:
        found = []
        for end, lookup in self._ends:
            try:
                found.append((end, lookup, date.fromisoformat(query.get(f"{self.key}_{end}", ""))))
            except ValueError:
                continue  # Empty, or no day at all: the list says what holds by its chips.
        return found

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        by = f"{self.column}__date" if self.is_moment else self.column
        for _end, lookup, day in self._given(query):
            rows = rows.filter(**{f"{by}__{lookup}": day})
        return rows

    def active(self, query: QueryDict) -> list[tuple[str, str, str]]:
        words = {"from": _("from %(day)s"), "to": _("to %(day)s")}
        return [
            (words[end] % {"day": formats.day(day)}, f"{self.key}_{end}", day.isoformat())
            for end, _lookup, day in self._given(query)
        ]
