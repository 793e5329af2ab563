from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelsConfig(AppConfig):
    name = "vernost.channels"
    verbose_name = _("Channels")

    def ready(self) -> None:
        # Registers what is done every few minutes.
        import_module(f"{self.name}.tasks")
