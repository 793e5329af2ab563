"""What a row would change of a record, under the person's rules, and how that is shown."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from vernost.core.models import User
from vernost.transfer.applying.context import Context
from vernost.transfer.enums import Policy


def changed_values(context: Context, current: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `values` that differ from `current` and that the person's rule for the column lets through."""
    changed = {}
    for column, own in context.kind.fields.items():
        if own not in values:
            continue
        policy = context.plan.policy_of(column)
        was, new = current[own], values[own]
        if policy is Policy.NEVER or was == new:
            continue
        if policy is Policy.FILL and was not in (None, ""):
            continue
        changed[own] = new
    return changed


def shown_changes(
    context: Context, values: Mapping[str, Any], before: Mapping[str, Any] | None
) -> dict[str, list[str]]:
    """{column of the file: [before, after]} in words; `before` is None for a new record."""
    columns = {own: column for column, own in context.kind.fields.items()}
    return {
        columns[own]: [shown(context, own, before[own]) if before else "", shown(context, own, value)]
        for own, value in values.items()
        if own in columns and (before is not None or value not in (None, ""))
    }


def shown(context: Context, own: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime() | date():
            return value.isoformat()[:10]
        case Decimal():
            return format(value, "f")
    field = context.kind.model._meta.get_field(own)
    if isinstance(field, models.ForeignKey):
        return _name_of(context, field.related_model, value)
    return str(value)


def _name_of(context: Context, model: Any, pk: int) -> str:
    place = (f"name of {model._meta.label_lower}", str(pk))
    if place not in context.names:
        found = model._default_manager.filter(pk=pk).first()
        context.names[place] = (found.name if isinstance(found, User) else str(found)) if found else str(pk)
    return context.names[place]
