"""Who did what, when, before and after; and putting a value back."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.core.access import Action
from vernost.core.actions.audit import UnableToRestoreValue, restore_value
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import AuditEntry, AuditSeal
from vernost.core.queries.audit_log import entries_for
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast
from vernost.ui import formats

_PER_PAGE = 50
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DECIMAL = re.compile(r"-?\d{1,15}\.\d{1,2}")
# What a change puts back itself: a record out of the bin, a merge taken apart.
_NOT_PUT_BACK = {"id", "deleted_at", "merged_into_id", "created_at", "is_active", "role", "email"}


@require_GET
@demand(Action.VIEW_AUDIT)
def audit(request: Request) -> HttpResponse:
    """`before` is the number of the last entry shown: a page is read, and nothing counted."""
    entries = entries_for(request.user)
    if request.GET.get("before", "").isdecimal():
        entries = entries.filter(pk__lt=int(request.GET["before"]))
    if request.GET.get("by", "").isdecimal():
        entries = entries.filter(by_id=int(request.GET["by"]))
    found = list(entries[: _PER_PAGE + 1])
    shown = found[:_PER_PAGE]
    context = {
        "entries": [(entry, _changes(entry)) for entry in shown],
        "older": f"?before={shown[-1].pk}" if len(found) > _PER_PAGE else "",
        "seal": AuditSeal.objects.order_by("-last_entry_id").first(),
        "may_restore": may(request.user, Action.CHANGE_CLIENT),
    }
    return render(request, "office/settings/audit.html", context)


@require_POST
@demand(Action.VIEW_AUDIT)
def put_back(request: Request, pk: int, field: str) -> HttpResponse:
    """The value from before the entry; only of clients and what hangs on them, which the person may change."""
    entry = entries_for(request.user).filter(pk=pk).first()
    if entry is None or field not in entry.changes:
        raise Http404
    client_pk = _client_of(entry)
    if client_pk is None or field in _NOT_PUT_BACK:
        raise PermissionDenied
    client_for(request.user, client_pk, Action.CHANGE_CLIENT)
    try:
        restore_value(entry=entry, field=field, by=request.user, at=now(), face=Face.WEB)
    except UnableToRestoreValue:
        toast(request, _("The value has changed again since, or the record is gone. Nothing was changed."))
    else:
        toast(request, _("The value is back as it was."))
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", reverse("audit"))))


def _changes(entry: AuditEntry) -> list[tuple[str, str, object, object, bool]]:
    """(column, its name, before, after, can be put back) of each change."""
    model = apps.get_model(entry.kind)
    names = {
        field.attname: str(getattr(field, "verbose_name", field.name))
        for field in model._meta.concrete_fields
    }
    words = {field.attname: dict(field.flatchoices) for field in model._meta.concrete_fields if field.choices}
    possible = entry.kind.split(".")[0] in ("clients", "voice") and entry.verb != "created"
    return [
        (
            column,
            names.get(column, column),
            _shown(before, words.get(column, {})),
            _shown(after, words.get(column, {})),
            possible and column not in _NOT_PUT_BACK,
        )
        for column, (before, after) in entry.changes.items()
        if entry.verb != "created" or column not in ("id", "is_sample")
    ]


def _shown(value: object, words: Mapping[Any, Any]) -> object:
    """Days, numbers and codes, which the log keeps as machines write them, as a reader expects them."""
    if not isinstance(value, str):
        return value
    if value in words:
        return words[value]
    if _DAY.fullmatch(value):
        with suppress(ValueError):
            return formats.day(date.fromisoformat(value))
    if _DECIMAL.fullmatch(value):
        number = Decimal(value)
        return formats.number(number, 0 if number == int(number) else 2)
    return value


def _client_of(entry: AuditEntry) -> int | None:
    if entry.kind == "clients.client":
        return entry.object_id
    record = apps.get_model(entry.kind)._default_manager.filter(pk=entry.object_id).first()
    return getattr(record, "client_id", None)
