from importlib import import_module

from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "vernost.transfer"

    def ready(self) -> None:
        import_module(f"{self.name}.personal")
        import_module(f"{self.name}.retention")
