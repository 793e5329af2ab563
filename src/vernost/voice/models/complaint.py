from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Contact
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.core.models.fields import CurrencyField, MoneyField


class Complaint(Sampled, Removable):
    """What a client complained of and how it ended; `justified` is empty while nobody knows or decided."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="complaints", verbose_name=_("client"))
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who complained")
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible"),
    )
    number = models.CharField(_("number"), max_length=100, blank=True)
    opened_on = models.DateField(_("opened"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    subject = models.CharField(_("subject"), max_length=500, blank=True)
    justified = models.BooleanField(_("decided for the client"), null=True, blank=True)
    satisfied_after = models.BooleanField(_("content with the answer"), null=True, blank=True)
    cost = MoneyField(_("what settling it cost"), null=True, blank=True)
    value = MoneyField(_("what is at stake"), null=True, blank=True)
    currency = CurrencyField(_("currency"))
    minutes = models.PositiveIntegerField(_("our time, minutes"), null=True, blank=True)

    class Meta:
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        indexes: ClassVar[list[Any]] = [
            removed_index("complaint"),
            models.Index(
                fields=["opened_on"],
                condition=Q(closed_on=None, deleted_at=None),
                name="complaint_open_by_day",
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(closed_on__gte=F("opened_on")), name="complaint_closed_after_opened"
            ),
            models.CheckConstraint(condition=Q(cost__gte=0), name="complaint_cost_not_negative"),
            models.CheckConstraint(condition=Q(value__gte=0), name="complaint_value_not_negative"),
        ]

    def __str__(self) -> str:
        return self.subject or f"#{self.pk}"
