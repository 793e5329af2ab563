from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from vernost.core.search import sqlite


class CoreConfig(AppConfig):
    name = "vernost.core"

    def ready(self) -> None:
        import_module(f"{self.name}.tasks")  # registers what is done every night
        connection_created.connect(_teach_stems, dispatch_uid="vernost.core.search")


def _teach_stems(connection: Any, **_: object) -> None:
    if connection.vendor == "sqlite":
        sqlite.teach(connection)
