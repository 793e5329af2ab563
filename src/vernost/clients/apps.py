from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from vernost.clients.search_indexes import INDEXES
from vernost.core.search import keep_in_step


class ClientsConfig(AppConfig):
    name = "vernost.clients"

    def ready(self) -> None:
        import_module(f"{self.name}.receivers")
        import_module(f"{self.name}.personal")
        import_module(f"{self.name}.tasks")  # registers what is done every night
        post_migrate.connect(_keep_search_in_step, sender=self)


def _keep_search_in_step(**_: object) -> None:
    keep_in_step(INDEXES)
