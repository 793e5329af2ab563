"""Two records of one client become one, with all history; `undo_run` takes it apart again."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction

from vernost.clients.actions.client import change_client
from vernost.clients.merging import MergeRule, rule_of
from vernost.clients.models import Client
from vernost.clients.queries.merging import fills
from vernost.core.actions.audit import entry, record_changes, values_of
from vernost.core.actions.record import change_record
from vernost.core.enums import Face, Verb
from vernost.core.kept_columns import bring_columns_in_line
from vernost.core.models import User
from vernost.core.models.base import Removable


class UnableToMerge(Exception):
    """The two are one record, or one of them is in the recycle bin."""


def merge_clients(*, keep: Client, gone: Client, by: User, at: datetime, face: Face) -> str:
    """Moves all facts of `gone` to `keep`, fills what is empty there, and returns the run by which it can be undone.

    `gone` stays as a row that tells where its history went. A number that both have is told apart by a suffix;
    an estimate that `keep` has of the same day stays with `gone`. What later apps do with their rows stands in
    clients/merging.py.
    """
    if keep.pk == gone.pk or keep.deleted_at or gone.deleted_at:
        raise UnableToMerge
    run = secrets.token_hex(8)
    with transaction.atomic():
        for relation in _facts():
            _move(relation, keep, gone, by, at, face, run)
        change_client(client=keep, by=by, at=at, face=face, run=run, **fills(keep, gone))
        change_record(
            record=gone, values={"merged_into": keep, "deleted_at": at}, by=by, at=at, face=face, run=run
        )
        bring_columns_in_line({keep.pk, gone.pk}, at)
    return run


def _facts() -> Iterator["models.ForeignKey[Any, Any]"]:
    """Every column by which something that goes over hangs on a client, in all apps; and who recommended whom."""
    for field in columns_to_clients():
        if field.name != "merged_into" and (issubclass(field.model, Removable) or rule_of(field.model)):
            yield field


def columns_to_clients() -> Iterator["models.ForeignKey[Any, Any]"]:
    """Every column of every app that names a client."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is Client:
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
    model, rule = field.model, rule_of(field.model)
    rows = model._default_manager.filter(**{field.name: gone})
    if rule is not None:
        rows = rows.filter(rule.goes)
    if model is Client:
        rows = rows.exclude(pk=keep.pk)
    taken, open_ = _Taken(field, keep, gone), _open_twice(rule, field, keep, rows)
    entries, changed = [], []
    columns = {field.name}
    for row in rows.iterator():
        before = values_of(row)
        ended = rule.close(row, by, at) if rule and rule.close and row.pk in open_ else {}
        if rule and rule.left:
            goes = taken.makes_room(row)
            ended = {} if goes else ended
        else:
            goes = bool(ended) or taken.makes_room(row)
        if goes:
            setattr(row, field.name, keep)
        elif not ended:
            continue
        for name, value in ended.items():
            setattr(row, name, value)
        columns |= ended.keys()
        changed.append(row)
        entries.append(entry(record=row, verb=Verb.MERGED, by=by, at=at, face=face, before=before, run=run))
    columns |= {"number"} if taken.by_number else set()
    model._default_manager.bulk_update(changed, sorted(columns), batch_size=500)
    record_changes(entries=entries)


def _open_twice(
    rule: MergeRule | None, field: "models.ForeignKey[Any, Any]", keep: Client, rows: "models.QuerySet[Any]"
) -> set[int]:
    """Numbers of `rows` that are open while a row like them is open at `keep`; with `left` of all that are open."""
    if rule is None or rule.open is None:
        return set()
    if rule.left:
        return set(rows.filter(rule.open).values_list("pk", flat=True))
    there = field.model._default_manager.filter(rule.open, **{field.name: keep})
    values = {tuple(line[1:]) for line in there.values_list("pk", *rule.alike)}
    return {
        pk for pk, *line in rows.filter(rule.open).values_list("pk", *rule.alike) if tuple(line) in values
    }


class _Taken:
    """What stands at `keep` already under a rule of the database that allows it once."""

    def __init__(self, field: "models.ForeignKey[Any, Any]", keep: Client, gone: Client) -> None:
        rows, self._gone = field.model._default_manager, gone
        self.by_number = False
        # Of each rule: its other columns, what stands at `keep`, and to which rows it applies.
        self._rules: list[tuple[list[str], set[tuple[Any, ...]], set[int]]] = []
        rules = [
            ([name for name in one.fields if name != field.name], one.condition or models.Q())
            for one in field.model._meta.constraints
            if isinstance(one, models.UniqueConstraint) and field.name in one.fields
        ]
        for names, condition in [*rules, *([([], models.Q())] if field.unique else [])]:
            there = rows.filter(condition, **{field.name: keep}).values_list("pk", *names)
            here = rows.filter(condition, **{field.name: gone}).values_list("pk", flat=True)
            self._rules.append((names, {tuple(line[1:]) for line in there}, set(here)))
            self.by_number |= names == ["number"]

    def makes_room(self, row: models.Model) -> bool:
        """Gives `row` another number where needed; False when it cannot go to `keep`."""
        for names, there, here in self._rules:
            if row.pk not in here or tuple(_value(row, name) for name in names) not in there:
                continue
            number = getattr(row, "number", "")
            if names != ["number"]:
                return False
            if number:
                row.__dict__["number"] = f"{number}/{self._gone.pk}"[:100]
        return True


def _value(row: models.Model, name: str) -> Any:
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]
