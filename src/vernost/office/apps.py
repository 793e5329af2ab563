from importlib import import_module

from django.apps import AppConfig

# Areas with something to say on Today; each has a module `needs` that registers its sources (core/needs.py).
NEEDING = (
    "care", "assessment", "cases", "decisions", "discipline", "economics", "endings", "goals", "handovers", "ideas",
    "plans", "reviews", "win_back",
)  # fmt: skip


class OfficeConfig(AppConfig):
    name = "vernost.office"

    def ready(self) -> None:
        import_module(f"{self.name}.loyalty.history")
        for area in NEEDING:
            import_module(f"{self.name}.{area}.needs")
        import_module("vernost.office.login.receivers")
