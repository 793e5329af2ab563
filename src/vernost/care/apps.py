from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CareConfig(AppConfig):
    name = "vernost.care"
    verbose_name = _("Care")

    def ready(self) -> None:
        import_module(f"{self.name}.receivers")
        import_module(f"{self.name}.personal")
        import_module(f"{self.name}.merging")
        # Checks of the gates below, steps in the history of a client, the register kept after each assessment.
        import_module(f"{self.name}.checks").register_checks()
        import_module(f"{self.name}.queries.timeline")
        import_module(f"{self.name}.actions.register")
        # Registers a measure of its own (programmes/measures).
        import_module(f"{self.name}.measures")
        # Registers what is done every night.
        import_module(f"{self.name}.tasks")
