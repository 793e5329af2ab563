from typing import Any

from django.db.models import Model, QuerySet


def is_taken(rows: QuerySet[Any], name: str, but: Model | None = None) -> bool:
    """Whether another of `rows` than `but` has this name, however it is written. Meant for short lists."""
    others = rows if but is None else rows.exclude(pk=but.pk)
    return name.strip().casefold() in {one.casefold() for one in others.values_list("name", flat=True)}
