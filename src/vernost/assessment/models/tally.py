from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.assessment.models.run import Run
from vernost.clients.models import Segment
from vernost.core.models.fields import MoneyField


class Tally(models.Model):
    """Sums over the clients of one owner, segment, industry, group and flow, as of the last assessment.

    Pages of economics add these few rows up instead of scanning every client. Replaced by each run; owner, segment
    and industry are those of the day of the run. Sums of the window, in the company's currency.
    """

    run = models.ForeignKey(
        Run, models.CASCADE, related_name="tallies", verbose_name=_("assessment"), db_index=False
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", verbose_name=_("owner")
    )
    segment = models.ForeignKey(
        Segment, models.SET_NULL, null=True, related_name="+", verbose_name=_("segment"), db_index=False
    )
    # The list offers each once: read from the index alone.
    industry = models.CharField(_("industry"), max_length=200, blank=True, db_index=True)
    group = models.CharField(_("Group"), max_length=12)
    flow = models.CharField(_("New, regular, leaving"), max_length=10)
    clients = models.PositiveIntegerField(_("clients"))
    kept = models.PositiveIntegerField(_("clients kept"))
    revenue = MoneyField(_("income"))
    revenue_previous = MoneyField(_("income of the year before"))
    contribution = MoneyField(_("net contribution"))
    minutes = models.BigIntegerField(_("minutes"))
    free_minutes = models.BigIntegerField(_("minutes for nothing"))
    service = MoneyField(_("effort in money"))
    winning = MoneyField(_("effort before the first purchase"))
    extra_orders = models.PositiveIntegerField(_("extra services"))
    extra_revenue = MoneyField(_("income of extra services"))

    class Meta:
        verbose_name = _("sum over clients")
        verbose_name_plural = _("sums over clients")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(clients__gt=0), name="tally_has_clients")
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.flow} {self.clients}"
