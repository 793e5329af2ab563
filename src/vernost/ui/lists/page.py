"""One page of a list, read in two queries: numbers from the index, then the rows of those numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict

from vernost.ui.lists.beside import found_beside
from vernost.ui.lists.columns import Column
from vernost.ui.lists.filters import Filter
from vernost.ui.lists.numbers import (
    MANY,
    asked_in_turn,
    counted,
    counted_up_to,
    numbers_beside,
    numbers_on_page,
    stands_beside,
)

# Beyond it a list says "more than": counting everything would cost more than showing the page.
COUNTED_UP_TO = 100_000
# With filters every row has to be looked at.
COUNTED_OF_FILTERED = 10_000


@dataclass(frozen=True)
class ListSpec[T]:
    """A declared list. `sort` is the key of a column, with "-" for falling; `load` reads what the cells touch of the
    given rows, in any order: records, or lighter objects with a `pk`. `lines` does it instead from their numbers, by
    prepared queries.
    """

    columns: tuple[Column[T], ...]
    filters: tuple[Filter, ...]
    sort: str
    load: Callable[[QuerySet[Any]], Iterable[T]] = lambda rows: rows
    lines: Callable[[Sequence[int]], Iterable[T]] | None = None
    per_page: int = 50
    # Columns by which rows can be grouped: key -> the field that keeps the rows of a group together.
    groups: Mapping[str, str] = field(default_factory=dict)

    def column(self, key: str) -> Column[T] | None:
        return next((column for column in self.columns if column.key == key), None)


@dataclass(frozen=True)
class ListPage[T]:
    """What one address shows. `count` is capped: `more` says that there are more."""

    spec: ListSpec[T]
    query: QueryDict
    rows: list[T]
    columns: tuple[Column[T], ...]
    sort: str
    number: int
    count: int
    more: bool
    grouped_by: Column[T] | None = None

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // self.spec.per_page))

    @property
    def first(self) -> int:
        return (self.number - 1) * self.spec.per_page + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


def filtered[T: Model](spec: ListSpec[Any], rows: QuerySet[T], query: QueryDict) -> QuerySet[T]:
    for one in spec.filters:
        rows = one.apply(rows, query)
    return rows


def sorted_by(spec: ListSpec[Any], query: QueryDict) -> tuple[str, Column[Any]]:
    """The order that the URL asks for, "-" before a falling one, and its column."""
    for sort in (query.get("sort", spec.sort), spec.sort):
        column = spec.column(sort.removeprefix("-"))
        if column is not None and column.sort:
            return sort, column
    raise ValueError(f"the list sorts by {spec.sort!r}, which is none of its columns")


def ordered[T: Model](spec: ListSpec[Any], rows: QuerySet[T], query: QueryDict) -> QuerySet[T]:
    """The rows in the order that the URL asks for, ties by id. Empty values come last when falling, first when rising,
    those of a record beside last in either case, on both databases.
    """
    sort, column = sorted_by(spec, query)
    falling = sort.startswith("-")
    # Named only for columns that may be empty, so that PostgreSQL can read the others from their index.
    nulls: dict[str, Any] = {}
    if "__" in column.sort:
        nulls = {"nulls_last": True}
    elif column.sort not in rows.query.annotations and rows.model._meta.get_field(column.sort).null:
        nulls = {"nulls_last": True} if falling else {"nulls_first": True}
    group = spec.groups.get(query.get("grouped", ""))
    first = [F(group).asc(nulls_first=True)] if group else []
    by = OrderBy(F(column.sort), descending=falling, **nulls)
    return rows.order_by(*first, by, "-pk" if falling else "pk")


def loaded[T](spec: ListSpec[T], rows: QuerySet[Any], ids: Sequence[Any]) -> list[T]:
    """The rows with these numbers, in their order."""
    found: Iterable[Any] = (
        spec.lines(ids) if spec.lines else spec.load(rows.model._default_manager.filter(pk__in=ids))
    )
    by_id = {row.pk: row for row in found}
    return [by_id[pk] for pk in ids if pk in by_id]


def read_page[T](spec: ListSpec[T], rows: QuerySet[Any], query: QueryDict) -> ListPage[T]:
    found = filtered(spec, rows, query)
    if (beside := found_beside(spec.filters, rows, query)) is not None:
        count, more = counted_up_to(beside, COUNTED_OF_FILTERED)
    else:
        count, more = counted(found, COUNTED_UP_TO if found is rows else COUNTED_OF_FILTERED)
    sort, column = sorted_by(spec, query)
    grouped_by = spec.column(query.get("grouped", "")) if query.get("grouped", "") in spec.groups else None
    number = min(_whole(query.get("page", "1")), max(1, -(-count // spec.per_page)))
    start = (number - 1) * spec.per_page
    if grouped_by is None and count > MANY and stands_beside(rows, column.sort):
        falling = sort.startswith("-")
        ids = numbers_beside(found, column.sort, start, spec.per_page, falling=falling)
    else:
        asked = asked_in_turn(rows, found) if count > MANY else found
        ids = numbers_on_page(ordered(spec, asked, query), start, spec.per_page, None if more else count)
    return ListPage(
        spec=spec,
        query=query,
        rows=loaded(spec, rows, ids),
        columns=_columns(spec, query),
        sort=sort,
        number=number,
        count=count,
        more=more,
        grouped_by=grouped_by,
    )


def selected[T: Model](
    spec: ListSpec[Any], rows: QuerySet[T], query: QueryDict, form: QueryDict
) -> QuerySet[T]:
    """The rows that a person marked: `ids` of the form, or with `all=1` every result of the filters in `query`."""
    if form.get("all") == "1":
        return filtered(spec, rows, query)
    return rows.filter(pk__in=[pk for pk in form.getlist("ids") if pk.isdecimal()])


def _columns[T](spec: ListSpec[T], query: QueryDict) -> tuple[Column[T], ...]:
    asked = [column for key in query.get("cols", "").split(",") if (column := spec.column(key))]
    return tuple(dict.fromkeys(asked)) or tuple(column for column in spec.columns if column.shown)


def _whole(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else 1
