from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import OrderStatus
from vernost.clients.models.client import Client
from vernost.clients.models.service_line import ServiceLine
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.core.models.fields import CurrencyField, MoneyField


class Order(Sampled, Removable):
    """Something bought, on a day, for a sum; a negative sum is a return."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="orders", verbose_name=_("client"), db_index=False
    )
    number = models.CharField(_("number"), max_length=100, blank=True)
    ordered_on = models.DateField(_("day"))
    subject = models.CharField(_("subject"), max_length=500, blank=True)
    amount = MoneyField(_("sum"))
    direct_cost = MoneyField(_("direct cost"), null=True, blank=True)
    currency = CurrencyField(_("currency"))
    service_line = models.ForeignKey(
        ServiceLine,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="orders",
        verbose_name=_("service line"),
    )
    status = models.CharField(_("state"), max_length=10, choices=OrderStatus, default=OrderStatus.DONE)
    is_extra = models.BooleanField(_("extra service"), default=False)
    discount_percent = models.DecimalField(
        _("discount, %"), max_digits=5, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        indexes: ClassVar[list[Any]] = [
            removed_index("order"),
            models.Index(fields=["client", "-ordered_on", "-id"], name="order_by_client"),
            models.Index(fields=["-ordered_on", "-id"], condition=Q(deleted_at=None), name="order_by_day"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "number"],
                condition=~Q(number="") & Q(deleted_at=None),
                name="order_number_unique",
            ),
            models.CheckConstraint(condition=Q(status__in=OrderStatus.values), name="order_status_known"),
            models.CheckConstraint(
                condition=Q(discount_percent__range=(0, 100)), name="order_discount_0_to_100"
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"#{self.pk}"
