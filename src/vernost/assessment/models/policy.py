from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Staffing
from vernost.core.models.base import Removable
from vernost.engine.codes import GROUPS


class Policy(Removable):
    """What clients of one group may get. No row: the shipped one holds (queries/policy.py)."""

    group = models.CharField(_("Group"), max_length=12)
    since_on = models.DateField(_("in force since"))
    response_hours = models.PositiveSmallIntegerField(_("answer within, hours"))
    staffing = models.CharField(_("who serves"), max_length=10, choices=Staffing)
    priority = models.PositiveSmallIntegerField(_("place in the queue"))
    contact_days = models.PositiveSmallIntegerField(_("in touch at least every, days"))
    free_hours = models.DecimalField(_("free advice, hours"), max_digits=6, decimal_places=1)
    free_days = models.PositiveSmallIntegerField(_("free advice is counted over, days"))
    extras = models.PositiveSmallIntegerField(_("extra services for nothing, a year"))
    discount_percent = models.DecimalField(_("discount up to, %"), max_digits=5, decimal_places=2)
    payment_days = models.PositiveSmallIntegerField(_("pays within, days"))
    gifts_percent = models.DecimalField(
        _("gifts and attention, % of the year's revenue"), max_digits=5, decimal_places=2
    )
    debt_stops_orders = models.BooleanField(_("no new order while a debt is unpaid"), default=False)
    note = models.TextField(_("in words"), blank=True)

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(deleted_at=None), name="policy_one_a_group"
            ),
            models.CheckConstraint(condition=Q(group__in=GROUPS), name="policy_group_known"),
            models.CheckConstraint(condition=Q(staffing__in=Staffing.values), name="policy_staffing_known"),
            models.CheckConstraint(
                condition=Q(discount_percent__range=(0, 100)), name="policy_discount_0_to_100"
            ),
            models.CheckConstraint(condition=Q(gifts_percent__range=(0, 100)), name="policy_gifts_0_to_100"),
            models.CheckConstraint(condition=Q(free_hours__gte=0), name="policy_free_hours_not_negative"),
            models.CheckConstraint(condition=Q(free_days__gte=1), name="policy_free_days_positive"),
        ]

    def __str__(self) -> str:
        return self.group
