"""Columns that actions keep beside the facts (a client's last order): brought in line where values are put back raw."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import models

type BringInLine = Callable[[set[int], datetime], None]
_keepers: list[BringInLine] = []


def keeps_columns(bring_in_line: BringInLine) -> BringInLine:
    """Registers a function that is given the numbers of clients to whom something was put back, and the moment."""
    _keepers.append(bring_in_line)
    return bring_in_line


def clients_touched(record: models.Model, before: Mapping[str, Any]) -> set[int]:
    """The client that `record` is, or on which it hangs or hung."""
    if record._meta.label_lower == "clients.client":
        return {record.pk}
    return {pk for pk in (before.get("client_id"), getattr(record, "client_id", None)) if pk is not None}


def bring_columns_in_line(client_ids: set[int], at: datetime) -> None:
    if client_ids:
        for bring_in_line in _keepers:
            bring_in_line(client_ids, at)
