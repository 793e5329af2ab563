"""Two people write the same record: the form carries the values that its person saw, and what somebody else has changed
meanwhile is shown, field by field, before anything is overwritten.

A view makes `Seen(request, form, record)`, asks `conflicts` when the form is valid, and gives `changed` and `standing`
to the action. The template includes office/shell/seen.html in its form.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils.translation import gettext as _

from vernost.core.models import AuditEntry
from vernost.office.shell.http import Request
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
    """`form` has the record's values as its initial ones, under the names of the record's fields."""

    def __init__(self, request: Request, form: forms.Form, record: models.Model) -> None:
        self._request, self._form, self._record = request, form, record

    @property
    def token(self) -> str:
        """What the page carries: the values as they stand."""
        return Signer(salt=_SALT).sign(json.dumps(self._now, ensure_ascii=False))

    @property
    def changed(self) -> dict[str, Any]:
        """What the person wants written: the fields in which he changed what he saw, without those in which he leaves
        the other's value. The form is valid.
        """
        cleaned = self._form.cleaned_data
        return {
            name: cleaned[name]
            for name, saw in self._saw.items()
            if name in cleaned and _plain(cleaned[name]) != saw and not self._leaves(name)
        }

    @property
    def standing(self) -> dict[str, Any]:
        """The values that the action must find when it writes `changed`."""
        return {name: getattr(self._record, name) for name in self.changed}

    @property
    def conflicts(self) -> list[Conflict]:
        if not self._form.is_bound or not self._form.is_valid():
            return []
        return [
            self._conflict(name, value)
            for name, value in self.changed.items()
            if self._now[name] not in (self._saw[name], _plain(value))
        ]

    def look_again(self) -> None:
        """Somebody was faster by a moment: the record is read anew."""
        self._record.refresh_from_db()

    @property
    def _now(self) -> dict[str, str]:
        """A field without a column of its own (a new name beside a choice) is nobody's to change meanwhile."""
        return {
            name: _plain(getattr(self._record, name))
            for name in self._form.fields
            if hasattr(self._record, name)
        }

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
        last = self._last_change(name)
        stands = getattr(self._record, name)
        return Conflict(
            name,
            str(self._form[name].label),
            self._shown(name, stands),
            self._shown(name, value),
            last.by.name if last and last.by else "",
            last.at if last else None,
        )

    def _last_change(self, name: str) -> AuditEntry | None:
        column = self._record._meta.get_field(name)
        entries = AuditEntry.objects.filter(kind=self._record._meta.label_lower, object_id=self._record.pk)
        newest = entries.select_related("by").order_by("-pk")[:_ENTRIES]
        return next((one for one in newest if getattr(column, "attname", name) in one.changes), None)

    def _shown(self, name: str, value: Any) -> str:
        match value:
            case None | "":
                return "–"
            case bool():
                return _("yes") if value else _("no")
            case date():
                return formats.day(value)
        field = self._form.fields[name]
        if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
            choices: Any = field.choices
            return str({str(key): label for key, label in choices}.get(str(value), value))
        return str(value)


def _plain(value: Any) -> str:
    """A value as the page carries it; a browser sends each line break as two characters."""
    match value:
        case None:
            return ""
        case models.Model():
            return str(value.pk)
        case Decimal():
            return format(value.normalize(), "f")
        case date():
            return value.isoformat()
        case _:
            return str(value).replace("\r\n", "\n").strip()
