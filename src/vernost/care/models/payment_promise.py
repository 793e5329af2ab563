from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled
from vernost.core.models.fields import CurrencyField, MoneyField


class PaymentPromise(Sampled, Removable):
    """A sum that a client promised to pay by a day. Whether it was kept is computed from his payments."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="payment_promises", verbose_name=_("client"), db_index=False
    )
    promised_on = models.DateField(_("promised"))
    due_on = models.DateField(_("to be paid by"))
    amount = MoneyField(_("sum"))
    currency = CurrencyField(_("currency"))
    promised_by = models.CharField(_("who promised"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("promise of payment")
        verbose_name_plural = _("promises of payment")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "due_on", "id"], name="promise_by_client"),
            models.Index(fields=["-due_on", "id"], condition=Q(deleted_at=None), name="promise_by_day"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="promise_of_something"),
            models.CheckConstraint(condition=Q(due_on__gte=F("promised_on")), name="promise_due_after"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} {self.due_on}"
