"""Pages of a list: in the order of the records' numbers, so that what is added meanwhile moves nothing."""

from typing import Any

from django.db.models import Model, QuerySet
from pydantic import BaseModel, Field

from vernost.api.shell.values import Given, Number, Shown

MOST = 200


class Page[T: Shown](BaseModel):
    """`next` is what to send as `after` for the page that follows; null on the last one."""

    items: list[T]
    next: int | None


class Asked(Given):
    """Filters of a list come from it."""

    after: Number | None = Field(None, description="The number `next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST, description="Rows of a page.")


def page_of[T: Shown](rows: QuerySet[Any], asked: Asked, shown: type[T]) -> Page[T]:
    """One query, however many rows there are."""
    records, following = records_of(rows, asked)
    return Page[shown](  # type: ignore[valid-type]  # the class itself, for pydantic
        items=[shown.model_validate(record) for record in records], next=following
    )


def records_of[M: Model](rows: QuerySet[M], asked: Asked) -> tuple[list[M], int | None]:
    """The records of the page that was asked for, and what to send for the next one."""
    rows = rows.order_by("pk")
    if asked.after is not None:
        rows = rows.filter(pk__gt=asked.after)
    records = list(rows[: asked.limit + 1])
    more = len(records) > asked.limit
    records = records[: asked.limit]
    return records, records[-1].pk if more else None


def narrowed[M: Model](rows: QuerySet[M], **conditions: Any) -> QuerySet[M]:
    """Those rows for which every condition that was asked for holds; None and an empty list ask for nothing."""
    return rows.filter(**{name: value for name, value in conditions.items() if value not in (None, [])})
