from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Each module registers what it measures (measures/measure.py); other apps load theirs in their own `ready`.
MEASURES = (
    "acts",
    "complaints",
    "complaints_in_time",
    "habits",
    "interactions",
    "kept",
    "levels_covered",
    "line_orders",
    "loyal_share",
    "loyalty",
    "loyalty_money",
    "movement",
    "orders",
    "our_work",
    "paid_on_time",
    "profit",
    "promises_kept",
    "rating",
    "regular",
    "revenue",
    "service_lines",
    "share_of_wallet",
    "system",
)


class ProgrammesConfig(AppConfig):
    name = "vernost.programmes"
    verbose_name = _("Programmes")

    def ready(self) -> None:
        for name in MEASURES:
            import_module(f"{self.name}.measures.{name}")
        import_module(f"{self.name}.personal")
        # Registers what is done every night and after each assessment.
        import_module(f"{self.name}.tasks")
