from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import Confidence
from vernost.clients.models.client import Client
from vernost.core.models.base import Removable, Sampled
from vernost.core.models.fields import CurrencyField, MoneyField


class Potential(Sampled, Removable):
    """One estimate of what a client spends a year on what we sell, with us and with others, and of our part."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="potentials", verbose_name=_("client"))
    estimated_on = models.DateField(_("day of the estimate"))
    annual_amount = MoneyField(_("spends a year, with us and with others"))
    currency = CurrencyField(_("currency"))
    share_percent = models.DecimalField(
        _("our part, %"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    confidence = models.CharField(
        _("confidence"), max_length=10, choices=Confidence, default=Confidence.MIDDLE
    )

    class Meta:
        verbose_name = _("potential")
        verbose_name_plural = _("potentials")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "estimated_on"], condition=Q(deleted_at=None), name="potential_one_a_day"
            ),
            models.CheckConstraint(condition=Q(annual_amount__gte=0), name="potential_not_negative"),
            models.CheckConstraint(
                condition=Q(share_percent__range=(0, 100)), name="potential_share_0_to_100"
            ),
            models.CheckConstraint(
                condition=Q(confidence__in=Confidence.values), name="potential_confidence_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.annual_amount} {self.currency}"
