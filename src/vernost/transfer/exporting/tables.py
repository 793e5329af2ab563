"""The tables of an export and the rows of them that a person may see."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from vernost.clients.models import Client
from vernost.clients.queries.client import reachable_by
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.voice.models import Correspondence

# Everything that a company has written down: every table of these apps, whatever is added to them later.
_APPS = ("clients", "service", "voice", "assessment", "programmes", "care")
_LEFT_OUT = frozenset({"search_text"})


@dataclass(frozen=True)
class ExportTable:
    """`columns` are the table's own; a reference is the number of the row it points to."""

    name: str
    columns: tuple["models.Field[Any, Any]", ...]
    rows: QuerySet[Any]


def tables_for(user: User) -> list[ExportTable]:
    """Nothing from the recycle bin; people with their names and roles, without passwords."""
    reached = reachable_by(user, Action.EXPORT)
    everything = scope_of(user, Action.EXPORT) is Scope.ALL
    found = []
    for app in _APPS:
        if not apps.is_installed(f"vernost.{app}"):
            continue
        for model in apps.get_app_config(app).get_models():
            rows = _rows(model, reached, everything)
            if rows is not None:
                found.append(_table(model, rows))
    shown = ("id", "name", "email", "role", "is_active")
    columns = tuple(field for field in User._meta.concrete_fields if field.name in shown)
    people = (
        User.objects.all()
        if everything
        else User.objects.filter(Q(pk=user.pk) | Q(team_id=user.team_id or -1))
    )
    found.append(ExportTable("people", columns, people.order_by("pk")))
    return found


def _rows(model: type[models.Model], reached: QuerySet[Client], everything: bool) -> QuerySet[Any] | None:
    """None for tables that say nothing of a client, when not everything is open to the person."""
    rows = model._default_manager.order_by("pk")
    names = {field.name for field in model._meta.fields}
    if "deleted_at" in names:
        rows = rows.filter(deleted_at=None)
    if model is Correspondence:
        # That there is a private letter is nobody's business either.
        rows = rows.filter(shared_at__isnull=False)
    if model is Client:
        return rows.filter(pk__in=reached.values("pk"))
    if "client" in names and model._meta.get_field("client").related_model is Client:
        of_clients = Q(client_id__in=reached.values("pk"))
        return rows.filter(of_clients | Q(client=None) if everything else of_clients)
    return (
        rows if everything or model._meta.label_lower in ("clients.segment", "clients.serviceline") else None
    )


def _table(model: type[models.Model], rows: QuerySet[Any]) -> ExportTable:
    columns = tuple(f for f in model._meta.concrete_fields if f.name not in _LEFT_OUT)
    return ExportTable(model._meta.model_name or "", columns, rows)
