from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    name = "vernost.assessment"
    verbose_name = _("Assessment")

    def ready(self) -> None:
        from vernost.assessment import tasks  # noqa: F401, PLC0415  (registers what is done every night)
