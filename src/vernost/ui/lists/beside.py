"""Counting by the records beside the rows: where nothing else is asked, their indexes tell it without reading a row."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

from vernost.ui.lists.filters import ChoiceFilter, Filter, FlagFilter
from vernost.ui.lists.numbers import is_everybody, of_whom, stands_beside


def found_beside(filters: Iterable[Filter], rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any] | None:
    """The records beside `rows` that meet what `query` asks for. None where `rows` are not everybody, where nothing is
    asked, or anything that these records do not know.
    """
    asked = [one for one in filters if one.active(query)]
    paths = [path for one in asked for path in _paths(one)]
    first = paths[0].partition("__")[0] if paths else ""
    if not all(_paths(one) for one in asked) or not all(path.startswith(f"{first}__") for path in paths):
        return None
    if not paths or not stands_beside(rows, paths[0]) or not is_everybody(rows):
        return None
    beside = rows.model._meta.get_field(first).related_model._default_manager.all()
    found = of_whom(rows, beside)
    for one in asked:
        found = _from_beside(one, f"{first}__").apply(found, query)
    return found


def _paths(one: Filter) -> list[str]:
    """The columns that a filter looks at; none where they are not known."""
    if type(one) is ChoiceFilter:
        return [one.column]
    if type(one) is FlagFilter and _is_plain(one.condition):
        return [path for path, _value in one.condition.children]  # type: ignore[misc]  # looked at a line above
    return []


def _is_plain(condition: Q) -> bool:
    """Whether these are columns and values, and no conditions within the condition."""
    return not condition.negated and all(
        isinstance(one, tuple) and not hasattr(one[1], "resolve_expression") for one in condition.children
    )


def _from_beside(one: Any, before: str) -> Filter:
    """The same filter as the record beside asks it of its own columns."""
    if type(one) is ChoiceFilter:
        return replace(one, column=one.column.removeprefix(before))
    children = [(path.removeprefix(before), value) for path, value in one.condition.children]
    moved: FlagFilter = replace(one, condition=Q(*children, _connector=one.condition.connector))
    return moved
