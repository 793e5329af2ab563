from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import CostPurpose
from vernost.clients.models.client import Client
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.core.models.fields import CurrencyField, MoneyField


class Cost(Sampled, Removable):
    """What serving a client took beside the direct cost of orders: money, our time, or both."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="costs", verbose_name=_("client"), db_index=False
    )
    spent_on = models.DateField(_("day"))
    purpose = models.CharField(_("purpose"), max_length=10, choices=CostPurpose, default=CostPurpose.KEEPING)
    money = MoneyField(_("expense"), null=True, blank=True)
    currency = CurrencyField(_("currency"))
    minutes = models.PositiveIntegerField(_("our time, minutes"), null=True, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("our person"),
    )
    subject = models.CharField(_("for what"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("cost")
        verbose_name_plural = _("costs")
        indexes: ClassVar[list[Any]] = [
            removed_index("cost"),
            models.Index(fields=["client", "-spent_on", "-id"], name="cost_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(money__isnull=False) | Q(minutes__isnull=False), name="cost_is_money_or_time"
            ),
            models.CheckConstraint(condition=Q(money__gte=0), name="cost_money_not_negative"),
            models.CheckConstraint(condition=Q(purpose__in=CostPurpose.values), name="cost_purpose_known"),
        ]

    def __str__(self) -> str:
        return self.subject or f"#{self.pk}"
