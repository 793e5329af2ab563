from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models.client import Client
from vernost.clients.models.order import Order
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.core.models.fields import CurrencyField, MoneyField


class Invoice(Sampled, Removable):
    """What a client owes and by when."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="invoices", verbose_name=_("client"), db_index=False
    )
    order = models.ForeignKey(
        Order, models.SET_NULL, null=True, blank=True, related_name="invoices", verbose_name=_("order")
    )
    number = models.CharField(_("number"), max_length=100, blank=True)
    issued_on = models.DateField(_("issued"))
    due_on = models.DateField(_("due"))
    amount = MoneyField(_("sum"))
    currency = CurrencyField(_("currency"))
    paid_on = models.DateField(_("paid in full"), null=True, blank=True)

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        indexes: ClassVar[list[Any]] = [
            removed_index("invoice"),
            models.Index(fields=["client", "-issued_on", "-id"], name="invoice_by_client"),
            models.Index(
                fields=["due_on"], condition=Q(paid_on=None, deleted_at=None), name="invoice_unpaid_by_due"
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "number"],
                condition=~Q(number="") & Q(deleted_at=None),
                name="invoice_number_unique",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="invoice_amount_not_negative"),
            models.CheckConstraint(condition=Q(due_on__gte=F("issued_on")), name="invoice_due_after_issue"),
        ]

    def __str__(self) -> str:
        return self.number or f"#{self.pk}"
