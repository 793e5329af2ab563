"""What hangs on clients and lies in the recycle bin."""

from typing import Any

from django.apps import apps
from django.db import models

from vernost.clients.models import Client
from vernost.clients.queries.client import on_clients_of
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.models.base import Removable


def kinds() -> list[type[models.Model]]:
    """Every kind of record that hangs on a client and goes into the recycle bin first."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Removable)
        and any(field.name == "client" and field.related_model is Client for field in model._meta.fields)
    ]


def removed(user: User, *, most: int) -> list[Any]:
    """The latest removed records, of every kind, of clients that are there and that `user` may remove from."""
    found: list[Any] = [
        record
        for model in kinds()
        for record in on_clients_of(
            user, Action.REMOVE_CLIENT, model._default_manager.filter(deleted_at__isnull=False)
        )
        .select_related("client")
        .order_by("-deleted_at", "-pk")[:most]
    ]
    return sorted(found, key=lambda record: record.deleted_at, reverse=True)[:most]


def removed_record(user: User, label: str, pk: int) -> Any:
    """One of them, None when there is none for `user`."""
    model: Any = next((one for one in kinds() if one._meta.label_lower == label), None)
    if model is None:
        return None
    rows = on_clients_of(user, Action.REMOVE_CLIENT, model._default_manager.filter(deleted_at__isnull=False))
    return rows.select_related("client").filter(pk=pk).first()
