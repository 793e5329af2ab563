"""Which rows stand on a page: their numbers, read in the order of an index as far as the page and no further.

SQLite's planner does not see that fifty rows are enough: with a condition on another table it sorts everybody who
meets it. Where many do, the condition is therefore asked of each row in turn (EXISTS); where few do, it is asked first.
"""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from vernost.core.models.base import Removable
from vernost.core.models.indexes import falling as by_falling
from vernost.core.models.indexes import rising as by_rising

# From so many on, walking along the order finds fifty sooner than sorting.
MANY = 2_000


def numbers_on_page(in_order: QuerySet[Any], start: int, size: int, count: int | None) -> list[Any]:
    """Numbers of the rows from place `start` on. With the exact `count` a place in the second half is looked for from
    the end.
    """
    numbers = in_order.values_list("pk", flat=True)
    if count is None or start <= count // 2:
        return list(numbers[start : start + size])
    end = min(start + size, count)
    return list(numbers.reverse()[count - end : count - start])[::-1]


def asked_in_turn(rows: QuerySet[Any], found: QuerySet[Any]) -> QuerySet[Any]:
    """The same as `found`, which is `rows` with conditions on other tables."""
    if set(found.query.alias_map) <= set(rows.query.alias_map):
        return found
    return rows.filter(Exists(found.filter(pk=OuterRef("pk"))))


def stands_beside(rows: QuerySet[Any], path: str) -> bool:
    """Whether `path` is a column of a record of which each row has one at most, keyed by the row's own number."""
    first, _, rest = path.partition("__")
    if not rest:
        return False
    relation = rows.model._meta.get_field(first)
    return bool(relation.one_to_one and relation.auto_created and relation.field.primary_key)


def numbers_beside(found: QuerySet[Any], path: str, start: int, size: int, *, falling: bool) -> list[Any]:
    """Ordered by a column of the record beside: first who has a value, then who has none."""
    first, _, column = path.partition("__")
    beside = found.model._meta.get_field(first).related_model._default_manager
    known = of_whom(found, beside.filter(**{f"{column}__isnull": False})).order_by(
        *((by_falling(column), "-pk") if falling else (by_rising(column), "pk"))
    )
    numbers = list(known.values_list("pk", flat=True)[start : start + size])
    if len(numbers) == size:
        return numbers
    before = start + len(numbers) if numbers or not start else known.order_by().count()
    unknown = found.filter(**{f"{path}__isnull": True}).order_by("-pk" if falling else "pk")
    place = max(0, start - before)
    return numbers + list(unknown.values_list("pk", flat=True)[place : place + size - len(numbers)])


def counted(found: QuerySet[Any], most: int) -> tuple[int, bool]:
    """How many there are, `most` at most, and whether there are more. Everybody is counted in full, by an index."""
    if is_everybody(found):
        everybody = found.model._default_manager
        return everybody.count() - everybody.filter(deleted_at__isnull=False).count(), False
    return counted_up_to(found, most)


def counted_up_to(found: QuerySet[Any], most: int) -> tuple[int, bool]:
    """How many there are, `most` at most, and whether there are more."""
    count = found.order_by()[: most + 1].count()
    return min(count, most), count > most


def is_everybody(found: QuerySet[Any]) -> bool:
    """Whether these are all rows but the removed ones."""
    everybody = found.model._default_manager
    return issubclass(found.model, Removable) and _sql(found) == _sql(everybody.filter(deleted_at=None))


def of_whom(found: QuerySet[Any], beside: QuerySet[Any]) -> QuerySet[Any]:
    """Records beside the rows of `found`. Of everybody who was not removed it is enough to leave out the removed."""
    if is_everybody(found):
        removed = found.model._default_manager.filter(deleted_at__isnull=False)
        return beside.exclude(pk__in=removed.values("pk"))
    return beside.filter(Exists(found.filter(pk=OuterRef("pk"))))


def _sql(rows: QuerySet[Any]) -> str:
    return str(rows.order_by().values("pk").query)
