from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from vernost.core.search import keep_in_step
from vernost.voice.search_indexes import INDEXES


class VoiceConfig(AppConfig):
    name = "vernost.voice"

    def ready(self) -> None:
        import_module(f"{self.name}.receivers")
        import_module(f"{self.name}.personal")
        # Registers what is done every night.
        import_module(f"{self.name}.tasks")
        post_migrate.connect(_keep_search_in_step, sender=self)


def _keep_search_in_step(**_: object) -> None:
    keep_in_step(INDEXES)
