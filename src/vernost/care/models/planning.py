from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Planning(models.Model):
    """One generation of the touches of all clients: when, for whom, and what came of it. It is its own audit line."""

    as_of = models.DateField(_("day"))
    until = models.DateField(_("planned until"))
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    made = models.PositiveIntegerField(_("planned"), default=0)
    held = models.PositiveIntegerField(_("held back"), default=0)
    closed = models.PositiveIntegerField(_("found to be done"), default=0)
    missed = models.PositiveIntegerField(_("missed"), default=0)
    dropped = models.PositiveIntegerField(_("no longer promised"), default=0)

    class Meta:
        verbose_name = _("planning of touches")
        verbose_name_plural = _("plannings of touches")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["-started_at"], name="planning_by_moment")]

    def __str__(self) -> str:
        return self.as_of.isoformat()
