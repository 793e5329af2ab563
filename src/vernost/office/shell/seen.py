"""Two people write the same record: the form carries the values that its person saw, and what somebody else has changed
meanwhile is shown, field by field, before anything is overwritten.

A view makes `Seen(request, form, record)`, calls `write` with the action, and gives it to the template as `seen`:
office/shell/form_head.html shows what has to be chosen.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils.translation import gettext as _

from vernost.core.actions.record import alone_with
from vernost.core.models import AuditEntry
from vernost.core.wrong import WrongValues
from vernost.office.shell.http import Request
from vernost.office.shell.seen_rows import Rows
from vernost.office.shell.wrong import say_wrong
from vernost.ui import formats

_SALT = "seen"
_ENTRIES = 30
_THEIRS = "theirs"


@dataclass(frozen=True)
class Conflict:
    """Of one field: what stands there now and since whom and when, if that is known, and what the person writes."""

    name: str
    label: str
    theirs: str
    mine: str
    who: str
    at: datetime | None


class Seen:
    """`form` has the record's values as its initial ones, under the names of the record's fields; `beside` gives those
    of fields that are none of the record's, and of `rows`. Without a record there is nothing that another could have
    changed; what is not stored yet and yet in force (shipped words, defaults) is a record that was never saved.
    """

    def __init__(
        self,
        request: Request,
        form: forms.Form,
        record: models.Model | None,
        beside: Callable[[Any], Mapping[str, Any]] = lambda record: {},
        rows: Mapping[str, Rows] | None = None,
    ) -> None:
        self._request, self._form, self._record, self._beside = request, form, record, beside
        self._rows = rows or {}

    def write(self, change: Callable[[dict[str, Any]], object], *, whole: bool = False) -> bool:
        """Calls `change` with what the person wants written, while nobody else writes the record; False, with nothing
        called, when the form is not sent or not valid, or when there is something to choose first; and False when the
        action refuses a value, which then stands at its field. `whole`: with every field, for an action that writes
        them all.
        """
        if self._request.method != "POST" or not self._is_valid:
            return False
        try:
            return self._written(change, whole=whole)
        except WrongValues as refused:
            say_wrong(self._form, refused.found)
            return False

    def _written(self, change: Callable[[dict[str, Any]], object], *, whole: bool) -> bool:
        if self._record is None:
            change(self._cleaned)
            return True
        is_new = self._record._state.adding
        try:
            with alone_with(self._record):
                if self.conflicts:
                    return False
                change(self.whole if whole or is_new else self._changed)
        except Exception:
            # What the action refused stands in the record's memory and not in the database.
            if not is_new:
                self._record.refresh_from_db()
            raise
        return True

    @property
    def whole(self) -> dict[str, Any]:
        """Every field as it is to stand: what the person changed, and what stands now where he changed nothing."""
        return self._cleaned if self._record is None else self._cleaned | self._standing | self._changed

    @property
    def token(self) -> str:
        """What the page carries: the values as its person saw them. On a form that comes back those he is asked about
        are the ones that stand now, and no others: what he neither touched nor was told of is still not his to write.
        """
        told = {one.name for one in self.conflicts}
        seen = {name: value if name in told else self._saw[name] for name, value in self._now.items()}
        return Signer(salt=_SALT).sign(json.dumps(seen, ensure_ascii=False))

    @property
    def conflicts(self) -> list[Conflict]:
        if not self._form.is_bound or not self._is_valid:
            return []
        now = self._now
        return [
            self._conflict(name, value)
            for name, value in self._changed.items()
            if now[name] not in (self._saw[name], _plain(value))
        ]

    @property
    def _is_valid(self) -> bool:
        return all([self._form.is_valid(), *(one.formset.is_valid() for one in self._rows.values())])

    @property
    def _cleaned(self) -> dict[str, Any]:
        return self._form.cleaned_data | {name: one.written for name, one in self._rows.items()}

    @property
    def _changed(self) -> dict[str, Any]:
        """The fields in which the person changed what he saw, without those in which he leaves the other's value."""
        cleaned = self._cleaned
        return {
            name: cleaned[name]
            for name, saw in self._saw.items()
            if name in cleaned and _plain(cleaned[name]) != saw and not self._leaves(name)
        }

    @property
    def _standing(self) -> dict[str, Any]:
        """A field without a value of its own (a new name beside a choice) is nobody's to change meanwhile."""
        if self._record is None:
            return {}
        given = self._beside(self._record)
        return {
            name: given[name] if name in given else getattr(self._record, name)
            for name in (*self._form.fields, *self._rows)
            if name in given or hasattr(self._record, name)
        }

    @property
    def _now(self) -> dict[str, str]:
        return {name: _plain(value) for name, value in self._standing.items()}

    @cached_property
    def _saw(self) -> dict[str, str]:
        """Without a readable token: what stands there."""
        try:
            found = json.loads(Signer(salt=_SALT).unsign(self._request.POST.get("seen", "")))
        except (BadSignature, ValueError):
            return self._now
        return {name: found.get(name, value) for name, value in self._now.items()}

    def _leaves(self, name: str) -> bool:
        return self._request.POST.get(f"keep-{name}") == _THEIRS

    def _conflict(self, name: str, value: Any) -> Conflict:
        last = _last_change(self._record, name) if self._record else None
        return Conflict(
            name,
            str(self._rows[name].label if name in self._rows else self._form[name].label),
            self._shown(name, self._standing[name]),
            self._shown(name, value),
            last.by.name if last and last.by else "",
            last.at if last else None,
        )

    def _shown(self, name: str, value: Any) -> str:
        if name in self._rows:
            return self._rows[name].shown(value) or formats.DASH
        match value:
            case None | "":
                return formats.DASH
            case bool():
                return _("yes") if value else _("no")
            case date():
                return formats.day(value)
        if not isinstance(value, str) and isinstance(value, Iterable):
            return ", ".join(str(one) for one in value) or formats.DASH
        field = self._form.fields[name]
        if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
            choices: Any = field.choices
            return str({str(key): label for key, label in choices}.get(str(value), value))
        return str(value)


def _last_change(record: models.Model, name: str) -> AuditEntry | None:
    try:
        column = record._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    entries = AuditEntry.objects.filter(kind=record._meta.label_lower, object_id=record.pk)
    newest = entries.select_related("by").order_by("-pk")[:_ENTRIES]
    return next((one for one in newest if getattr(column, "attname", name) in one.changes), None)


def _plain(value: Any) -> str:
    """A value as the page carries it; a browser sends each line break as two characters."""
    match value:
        case None:
            return ""
        case models.Model():
            return str(value.pk)
        case Decimal():
            return format(value.normalize(), "f")
        case float():
            return _plain(Decimal(repr(value)))
        case date():
            return value.isoformat()
        case str():
            return value.replace("\r\n", "\n").strip()
        case Mapping():
            # What is empty in one form of a row is not named in another.
            return json.dumps({str(key): _plain(one) for key, one in sorted(value.items()) if _plain(one)})
        case list() | tuple():
            return "\n".join(_plain(one) for one in value)
        case Iterable():
            return "\n".join(sorted(_plain(one) for one in value))
        case _:
            return str(value)
