from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    name = "vernost.assessment"
    verbose_name = _("Assessment")

    def ready(self) -> None:
        from vernost.assessment import merging, personal, receivers, tasks  # noqa: F401, PLC0415  (register themselves)
        from vernost.assessment.actions import breach  # noqa: F401, PLC0415  (keeps what passes a gate)
        from vernost.assessment.checks import register_checks  # noqa: PLC0415

        register_checks()
