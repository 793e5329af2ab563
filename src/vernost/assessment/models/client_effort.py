from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Flow
from vernost.assessment.models.run import Run
from vernost.clients.models import Client
from vernost.core.models.base import Concluded
from vernost.core.models.fields import MoneyField


class ClientEffort(Concluded):
    """What a client took of us in the window of the last assessment, beside what it brought (ClientAssessment).

    One row a client, replaced by each run; sums in the company's currency.
    """

    client = models.OneToOneField(
        Client, models.CASCADE, primary_key=True, related_name="effort", verbose_name=_("client")
    )
    run = models.ForeignKey(
        Run, models.PROTECT, related_name="efforts", verbose_name=_("assessment"), db_index=False
    )
    flow = models.CharField(_("New, regular, leaving"), max_length=10, choices=Flow)
    minutes = models.PositiveIntegerField(_("Our time, minutes"), default=0)
    free_minutes = models.PositiveIntegerField(_("of it for nothing"), default=0)
    service = MoneyField(_("Effort in money"), default=0)
    winning = MoneyField(_("of it before the first purchase"), default=0)
    extra_orders = models.PositiveIntegerField(_("Extra services"), default=0)
    extra_revenue = MoneyField(_("Their income"), default=0)
    root = models.ForeignKey(
        Client, models.SET_NULL, null=True, related_name="+", verbose_name=_("First of the referral tree"),
        db_index=False,
    )  # fmt: skip

    class Meta:
        verbose_name = _("effort for a client")
        verbose_name_plural = _("efforts for clients")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["minutes", "client"], name="effort_by_minutes"),
            models.Index(fields=["flow", "client"], name="effort_by_flow"),
            models.Index(fields=["root"], condition=Q(root__isnull=False), name="effort_by_root"),
            models.Index(fields=["extra_orders", "client"], name="effort_by_extra"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(flow__in=Flow.values), name="effort_flow_known")
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.flow}"
