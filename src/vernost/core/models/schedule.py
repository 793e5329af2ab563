from django.db import models
from django.utils.translation import gettext_lazy as _


class Schedule(models.Model):
    """When something that is done every night was last asked for (core/jobs/schedule.py)."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    last_at = models.DateTimeField(_("last asked for"))

    class Meta:
        verbose_name = _("nightly work")
        verbose_name_plural = _("nightly works")

    def __str__(self) -> str:
        return self.name
