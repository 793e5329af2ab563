from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Why


class Run(models.Model):
    """One finished assessment of all clients: the day judged, by which settings, and what it says of the company.

    A run is written with its results or not at all. `settings` are the engine's, `company` its summary, both as JSON.
    """

    as_of = models.DateField(_("as of"))
    why = models.CharField(_("why"), max_length=10, choices=Why)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"))
    engine_version = models.CharField(_("version of the engine"), max_length=30)
    clients = models.PositiveIntegerField(_("clients"))
    signals = models.PositiveIntegerField(_("signals"))
    settings = models.JSONField(_("settings of the method"))
    company = models.JSONField(_("the company"))
    # Curves and sums for the pages of economics (economics.py); empty for past days and older versions.
    economics = models.JSONField(_("economics"), default=dict, blank=True)

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"settings", "company", "economics"})

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["-as_of", "-id"], name="run_by_day")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(why__in=Why.values), name="run_why_known"),
            models.CheckConstraint(
                condition=Q(finished_at__gte=models.F("started_at")), name="run_finished_after_started"
            ),
        ]

    def __str__(self) -> str:
        return self.as_of.isoformat()
