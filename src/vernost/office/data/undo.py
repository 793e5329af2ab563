"""What taking an import back would do, and the button that does it."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.data.rights import run_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.transfer import tasks
from vernost.transfer.actions.undo import UnableToUndoImport, start_undo
from vernost.transfer.kinds import KINDS
from vernost.transfer.models import ImportRun
from vernost.transfer.queries.undo import preview_of, undoable
from vernost.transfer.wording import conflict_text
from vernost.ui import formats
from vernost.ui.html import EMPTY


@require_http_methods(["GET", "POST"])
@demand(Action.IMPORT)
def take_back(request: Request, pk: int) -> HttpResponse:
    """Looked at before it is done: what goes, what gets its old values, what stays."""
    run = run_for(request.user, pk)
    if request.method == "POST":
        return _start(request, run)
    if not undoable().filter(pk=run.pk).exists():
        return redirect(run)
    preview = preview_of(run)
    context = {
        "run": run,
        "kind": KINDS[run.kind],
        "preview": preview,
        "rows": list(_shown(preview.rows)),
        "conflicts": [(one, conflict_text(one)) for one in preview.conflict_rows],
    }
    return render(request, "office/data/undo.html", context)


def _start(request: Request, run: ImportRun) -> HttpResponse:
    try:
        start_undo(run=run, by=request.user, at=now(), face=Face.WEB)
        tasks.put_to_work(tasks.undo, run, request.user)
    except UnableToUndoImport:
        toast(request, _("There is nothing to take back here. Nothing was changed."))
    return redirect(run)


def _shown(rows: list[tuple[Any, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    ids = {record.client_id for record, _values in rows if hasattr(record, "client_id")}
    names = dict(Client.objects.filter(pk__in=ids).values_list("pk", "name"))
    for record, values in rows:
        yield {
            "kind": record._meta.verbose_name,
            "name": str(record),
            "client": names.get(getattr(record, "client_id", 0), ""),
            "changes": [_change(record, own, value) for own, value in values.items()],
        }


def _change(record: models.Model, own: str, value: Any) -> tuple[str, str, str]:
    """(column in words, what is there now, what comes back)."""
    column = next(one for one in record._meta.concrete_fields if one.attname == own)
    label = str(column.verbose_name)
    return label[:1].upper() + label[1:], _word(column, getattr(record, own)), _word(column, value)


def _word(column: "models.Field[Any, Any]", value: Any) -> str:
    if value is None or value == "":
        return EMPTY
    if isinstance(column, models.ForeignKey):
        model: Any = column.related_model
        return str(model._default_manager.filter(pk=value).first() or value)
    if isinstance(column, models.DateField) and not isinstance(column, models.DateTimeField):
        return formats.day(value)
    return str(dict(column.flatchoices).get(value, value))
