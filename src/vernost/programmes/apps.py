from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Each module registers what it measures (measures/measure.py); other apps load theirs in their own `ready`.
MEASURES = (
    "acts",
    "complaints",
    "interactions",
    "levels_covered",
    "line_orders",
    "loyalty",
    "orders",
    "paid_on_time",
    "profit",
    "promises_kept",
    "rating",
    "revenue",
    "service_lines",
    "share_of_wallet",
)


class ProgrammesConfig(AppConfig):
    name = "vernost.programmes"
    verbose_name = _("Programmes")

    def ready(self) -> None:
        for name in MEASURES:
            import_module(f"{self.name}.measures.{name}")
        import_module(f"{self.name}.personal")
        # Registers what is done every night.
        import_module(f"{self.name}.tasks")
