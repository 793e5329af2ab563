from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.assessment.models.case import Case
from vernost.core.models.fields import MoneyField
from vernost.voice.models import Act


class CaseEvidence(models.Model):
    """What a case rested on when it was opened, opened again or looked at a month later: a signal's numbers of that
    day, or an act that a person noted.
    """

    case = models.ForeignKey(
        Case, models.CASCADE, related_name="evidence", verbose_name=_("case"), db_index=False
    )
    seen_on = models.DateField(_("seen"))
    observed = models.FloatField(_("Found"), null=True, blank=True)
    expected = models.FloatField(_("To be expected"), null=True, blank=True)
    threshold = models.FloatField(_("Alarms at"), null=True, blank=True)
    observations = models.PositiveIntegerField(_("Judged on, events"), null=True, blank=True)
    at_stake = MoneyField(_("Money at stake"), null=True, blank=True)
    act = models.ForeignKey(
        Act, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("act")
    )

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["case", "-seen_on"], name="evidence_by_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.seen_on}"
