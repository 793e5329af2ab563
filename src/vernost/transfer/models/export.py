from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models import Job
from vernost.transfer.enums import ExportFormat


class ExportRun(models.Model):
    """One archive of all tables, as far as its maker may see them. Ready when `finished_at` is there."""

    token = models.CharField(max_length=40, unique=True, editable=False)
    format = models.CharField(_("format"), max_length=10, choices=ExportFormat)
    file_size = models.PositiveBigIntegerField(_("size"), default=0)
    counts = models.JSONField(default=dict)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    created_at = models.DateTimeField(_("asked for"))
    finished_at = models.DateTimeField(_("finished"), null=True)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(format__in=ExportFormat.values), name="export_format_known")
        ]

    def __str__(self) -> str:
        return f"{self.format} {self.created_at:%Y-%m-%d}"
