from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.transfer.enums import Erased


class Erasure(models.Model):
    """That a person's data were erased, by whom, when and how much of what: the certificate, without the data."""

    what = models.CharField(_("who"), max_length=10, choices=Erased)
    number = models.BigIntegerField(_("number of the record"))
    counts = models.JSONField(_("erased"), default=dict)
    erased_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who did it")
    )
    erased_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("erasing of personal data")
        verbose_name_plural = _("erasings of personal data")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(what__in=Erased.values), name="erasure_what_known")
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} #{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("erasure", args=[self.pk])
