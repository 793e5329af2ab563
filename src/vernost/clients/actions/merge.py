"""Two records of one client become one, with all history; `undo_run` takes it apart again."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models, transaction

from vernost.clients.actions.client import change_client
from vernost.clients.actions.order import note_last_order
from vernost.clients.models import Client
from vernost.core.actions.audit import entry, record_changes, values_of
from vernost.core.actions.record import change_record
from vernost.core.enums import Face, Verb
from vernost.core.models import User
from vernost.core.models.base import Removable

_FILLED = (
    "tax_id", "email", "phone", "industry", "founded_on", "since_on", "segment", "owner", "referred_by",
    "business_stability", "values_fit", "peculiarities", "why_us", "likes", "dislikes", "expects", "why_not_all",
)  # fmt: skip


class UnableToMerge(Exception):
    """The two are one record, or one of them is in the recycle bin."""


def merge_clients(*, keep: Client, gone: Client, by: User, at: datetime, face: Face) -> str:
    """Moves all facts of `gone` to `keep`, fills what is empty there, and returns the run by which it can be undone.

    `gone` stays as a row that tells where its history went. A number that both have is told apart by a suffix;
    an estimate that `keep` has of the same day stays with `gone`.
    """
    if keep.pk == gone.pk or keep.deleted_at or gone.deleted_at:
        raise UnableToMerge
    run = secrets.token_hex(8)
    with transaction.atomic():
        for relation in _facts():
            _move(relation, keep, gone, by, at, face, run)
        filled = {name: getattr(gone, name) for name in _FILLED if getattr(keep, name) in (None, "")}
        marks = {name: True for name in ("strategic", "promising", "compelled") if getattr(gone, name)}
        values: dict[str, Any] = {**filled, **marks}
        if values.get("referred_by") == keep:
            del values["referred_by"]
        change_client(client=keep, by=by, at=at, face=face, run=run, **values)
        change_record(
            record=gone, values={"merged_into": keep, "deleted_at": at}, by=by, at=at, face=face, run=run
        )
        note_last_order(client=keep)
        keep.last_contact_at = max(filter(None, (keep.last_contact_at, gone.last_contact_at)), default=None)
        keep.save(update_fields=["last_contact_at"])
    return run


def _facts() -> Iterator["models.ForeignKey[Any, Any]"]:
    """Every column by which something that happened hangs on a client, in all apps; and who recommended whom."""
    for relation in Client._meta.related_objects:
        field = relation.field
        if not isinstance(field, models.ForeignKey) or field.name == "merged_into":
            continue
        if issubclass(field.model, Removable):
            yield field


def _move(
    field: "models.ForeignKey[Any, Any]",
    keep: Client,
    gone: Client,
    by: User,
    at: datetime,
    face: Face,
    run: str,
) -> None:
    model = field.model
    rows = model._default_manager.filter(**{field.name: gone})
    if model is Client:
        rows = rows.exclude(pk=keep.pk)
    entries, moved = [], []
    taken = _Taken(field, keep)
    for row in rows.iterator():
        before = values_of(row)
        if not taken.makes_room(row, gone):
            continue
        setattr(row, field.name, keep)
        moved.append(row)
        entries.append(entry(record=row, verb=Verb.MERGED, by=by, at=at, face=face, before=before, run=run))
    columns = [field.name, "number"] if taken.by_number else [field.name]
    model._default_manager.bulk_update(moved, columns, batch_size=500)
    record_changes(entries=entries)


class _Taken:
    """What stands at `keep` already under a rule that allows it once."""

    def __init__(self, field: "models.ForeignKey[Any, Any]", keep: Client) -> None:
        rules = [c for c in field.model._meta.constraints if isinstance(c, models.UniqueConstraint)]
        self._rules = [
            [name for name in rule.fields if name != field.name]
            for rule in rules
            if field.name in rule.fields
        ]
        self.by_number = ["number"] in self._rules
        self._values = [
            set(field.model._default_manager.filter(**{field.name: keep}, deleted_at=None).values_list(*rule))
            for rule in self._rules
        ]

    def makes_room(self, row: models.Model, gone: Client) -> bool:
        """Gives `row` another number where needed; False when it cannot go to `keep`."""
        for rule, values in zip(self._rules, self._values, strict=True):
            if tuple(_value(row, name) for name in rule) in values:
                number = getattr(row, "number", "")
                if rule != ["number"] or not number:
                    return rule == ["number"]
                row.__dict__["number"] = f"{number}/{gone.pk}"[:100]
        return True


def _value(row: models.Model, name: str) -> Any:
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]
