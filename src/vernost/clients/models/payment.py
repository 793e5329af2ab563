from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models.client import Client
from vernost.clients.models.invoice import Invoice
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.core.models.fields import CurrencyField, MoneyField


class Payment(Sampled, Removable):
    """Money that came; for an invoice, or in advance."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="payments", verbose_name=_("client"), db_index=False
    )
    invoice = models.ForeignKey(
        Invoice, models.CASCADE, null=True, blank=True, related_name="payments", verbose_name=_("invoice")
    )
    number = models.CharField(_("number"), max_length=100, blank=True)
    paid_on = models.DateField(_("day"))
    amount = MoneyField(_("sum"))
    currency = CurrencyField(_("currency"))

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        indexes: ClassVar[list[Any]] = [
            removed_index("payment"),
            models.Index(fields=["client", "-paid_on", "-id"], name="payment_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "number"],
                condition=~Q(number="") & Q(deleted_at=None),
                name="payment_number_unique",
            ),
            models.CheckConstraint(condition=~Q(amount=0), name="payment_not_zero"),
        ]

    def __str__(self) -> str:
        return self.number or f"#{self.pk}"
