"""Indexes by which lists are sorted, and the orders that they serve on both databases."""

from typing import Any, override

from django.db import models
from django.db.models import F
from django.db.models.expressions import OrderBy


class SortIndex(models.Index):
    """Empty values stand before all others, as SQLite has it; PostgreSQL puts them behind unless it is told."""

    @override
    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        if schema_editor.connection.vendor != "postgresql":
            return super().create_sql(model, schema_editor, using, **kwargs)
        plain = models.Index(fields=self.fields, name=self.name, condition=self.condition)
        plain.fields_orders = [
            (name, _SUFFIXES[order] if model._meta.get_field(name).null else order)
            for name, order in self.fields_orders
        ]
        return plain.create_sql(model, schema_editor, using, **kwargs)


_SUFFIXES = {"": "ASC NULLS FIRST", "DESC": "DESC NULLS LAST"}


def falling(column: str) -> OrderBy:
    """From the largest to the smallest, then the empty ones."""
    return F(column).desc(nulls_last=True)


def rising(column: str) -> OrderBy:
    """The empty ones, then from the smallest to the largest."""
    return F(column).asc(nulls_first=True)
