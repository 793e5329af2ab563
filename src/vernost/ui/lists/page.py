"""One page of a list, read in two queries: numbers from the index, then the rows of those numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict

from vernost.ui.lists.columns import Column
from vernost.ui.lists.filters import Filter

# Beyond it a list says "more than": counting everything would cost more than showing the page.
COUNTED_UP_TO = 100_000


@dataclass(frozen=True)
class ListSpec[T]:
    """A declared list. `sort` is the key of a column, with "-" for falling; `load` reads what the cells touch of the
    given rows, in any order: records, or lighter objects with a `pk`.
    """

    columns: tuple[Column[T], ...]
    filters: tuple[Filter, ...]
    sort: str
    load: Callable[[QuerySet[Any]], Iterable[T]] = lambda rows: rows
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


def ordered[T: Model](spec: ListSpec[Any], rows: QuerySet[T], query: QueryDict) -> tuple[QuerySet[T], str]:
    """The rows in the order that the URL asks for, ties by id; and the key of it. Empty values come last when falling,
    first when rising, on both databases.
    """
    sort = query.get("sort", spec.sort)
    column = spec.column(sort.removeprefix("-"))
    if column is None or not column.sort:
        sort = spec.sort
        column = spec.column(sort.removeprefix("-"))
    if column is None:
        raise ValueError(f"the list sorts by {sort!r}, which is none of its columns")
    falling = sort.startswith("-")
    by = F(column.sort)
    # Named only for columns that may be empty, so that PostgreSQL can read the others from their index.
    nulls: dict[str, Any] = (
        ({"nulls_last": True} if falling else {"nulls_first": True})
        if _may_be_empty(rows, column.sort)
        else {}
    )
    group = spec.groups.get(query.get("grouped", ""))
    first = [F(group).asc(nulls_first=True)] if group else []
    return rows.order_by(*first, OrderBy(by, descending=falling, **nulls), "-pk" if falling else "pk"), sort


def _may_be_empty(rows: QuerySet[Any], path: str) -> bool:
    """Whether the column is empty for some rows; one of a related record may always be."""
    return "__" in path or bool(rows.model._meta.get_field(path).null)


def loaded[T](spec: ListSpec[T], rows: QuerySet[Any], ids: Sequence[Any]) -> list[T]:
    """The rows with these numbers, in their order."""
    found: Iterable[Any] = spec.load(rows.model._default_manager.filter(pk__in=ids))
    by_id = {row.pk: row for row in found}
    return [by_id[pk] for pk in ids if pk in by_id]


def read_page[T](spec: ListSpec[T], rows: QuerySet[Any], query: QueryDict) -> ListPage[T]:
    found = filtered(spec, rows, query)
    count = found.order_by()[: COUNTED_UP_TO + 1].count()
    more, count = count > COUNTED_UP_TO, min(count, COUNTED_UP_TO)
    in_order, sort = ordered(spec, found, query)
    number = min(_whole(query.get("page", "1")), max(1, -(-count // spec.per_page)))
    start = (number - 1) * spec.per_page
    ids = list(in_order.values_list("pk", flat=True)[start : start + spec.per_page])
    return ListPage(
        spec=spec,
        query=query,
        rows=loaded(spec, rows, ids),
        columns=_columns(spec, query),
        sort=sort,
        number=number,
        count=count,
        more=more,
        grouped_by=spec.column(query.get("grouped", "")) if query.get("grouped", "") in spec.groups else None,
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
