from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import MarketingPurpose
from vernost.clients.models.segment import Segment
from vernost.core.models.base import Removable, Sampled
from vernost.core.models.fields import CurrencyField, MoneyField


class MarketingCost(Sampled, Removable):
    """Money spent on clients in general, not on one of them: advertising, events, mailings (K1)."""

    purpose = models.CharField(_("purpose"), max_length=12, choices=MarketingPurpose)
    spent_on = models.DateField(_("day"))
    amount = MoneyField(_("sum"))
    currency = CurrencyField(_("currency"))
    segment = models.ForeignKey(
        Segment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="marketing_costs",
        verbose_name=_("segment"),
    )
    note = models.CharField(_("for what"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("marketing cost")
        verbose_name_plural = _("marketing costs")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["spent_on", "id"], name="marketing_cost_by_day"),
            models.Index(fields=["amount", "id"], name="marketing_cost_by_amount"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="marketing_cost_positive"),
            models.CheckConstraint(
                condition=Q(purpose__in=MarketingPurpose.values), name="marketing_cost_purpose_known"
            ),
        ]

    def __str__(self) -> str:
        return self.note or f"#{self.pk}"
