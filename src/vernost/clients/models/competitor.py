from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import Confidence
from vernost.clients.models.client import Client
from vernost.core.models.base import Removable, Sampled


class Competitor(Sampled):
    """Who else serves our clients."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("competitor")
        verbose_name_plural = _("competitors")

    def __str__(self) -> str:
        return self.name


class CompetitorAtClient(Sampled, Removable):
    """One estimate of the part a competitor has at a client: from a day, from a source, with a confidence."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="competitors", verbose_name=_("client"))
    competitor = models.ForeignKey(
        Competitor, models.PROTECT, related_name="at_clients", verbose_name=_("competitor")
    )
    estimated_on = models.DateField(_("day of the estimate"))
    part_percent = models.DecimalField(
        _("part of the client's purchases, %"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(_("source"), max_length=300)
    confidence = models.CharField(
        _("confidence"), max_length=10, choices=Confidence, default=Confidence.MIDDLE
    )

    class Meta:
        verbose_name = _("competitor at a client")
        verbose_name_plural = _("competitors at clients")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "competitor", "estimated_on"],
                condition=Q(deleted_at=None),
                name="competitor_estimate_unique",
            ),
            models.CheckConstraint(
                condition=Q(part_percent__range=(0, 100)), name="competitor_part_0_to_100"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="competitor_estimate_has_source"),
            models.CheckConstraint(
                condition=Q(confidence__in=Confidence.values), name="competitor_confidence_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competitor_id} @ {self.client_id}"
