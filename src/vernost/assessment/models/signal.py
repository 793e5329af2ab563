from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Verdict
from vernost.clients.models import Client
from vernost.core.models.base import Concluded
from vernost.core.models.fields import MoneyField
from vernost.core.models.indexes import SortIndex


class Signal(Concluded):
    """A signal of the engine on a client, from the assessment that first saw it until one does not (`over_on`).

    The numbers are those of the last assessment that saw it; what they mean stands in engine/codes.py. `severity`,
    `first_on` and evidence are the engine's, the verdict is a person's (D8).
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="signals", verbose_name=_("client"), db_index=False
    )
    code = models.CharField(_("Signal"), max_length=30)
    area = models.CharField(_("area"), max_length=12)
    severity = models.PositiveSmallIntegerField(_("Severity"))
    first_on = models.DateField(_("Raised since"))
    over_on = models.DateField(_("over"), null=True, blank=True)
    observed = models.FloatField(_("Found"), null=True, blank=True)
    expected = models.FloatField(_("To be expected"), null=True, blank=True)
    threshold = models.FloatField(_("Alarms at"), null=True, blank=True)
    observations = models.PositiveIntegerField(_("Judged on, events"), null=True, blank=True)
    at_stake = MoneyField(_("Money at stake"), null=True, blank=True)
    verdict = models.CharField(_("verdict"), max_length=5, choices=Verdict, blank=True)
    verdict_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who said so"),
    )
    verdict_at = models.DateTimeField(_("when it was said"), null=True, blank=True)

    BY_HAND: ClassVar[Q | None] = ~Q(verdict="")

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "over_on"], name="signal_by_client"),
            SortIndex(fields=["-at_stake", "-id"], condition=Q(over_on=None), name="signal_by_stake"),
            models.Index(fields=["first_on", "id"], condition=Q(over_on=None), name="signal_by_first_day"),
            models.Index(fields=["severity", "id"], condition=Q(over_on=None), name="signal_by_severity"),
            SortIndex(fields=["area", "-at_stake", "-id"], condition=Q(over_on=None), name="signal_by_area"),
            models.Index(fields=["code", "verdict"], name="signal_by_code"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "code"], condition=Q(over_on=None), name="signal_raised_once"
            ),
            models.CheckConstraint(condition=Q(severity__range=(1, 3)), name="signal_severity_1_to_3"),
            models.CheckConstraint(
                condition=Q(verdict__in=["", *Verdict.values]), name="signal_verdict_known"
            ),
            models.CheckConstraint(
                condition=Q(verdict="") | Q(verdict_at__isnull=False), name="signal_verdict_has_moment"
            ),
        ]

    def __str__(self) -> str:
        return self.code
