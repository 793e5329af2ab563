from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import ServiceLine
from vernost.core.models.base import Concluded, Removable, Sampled
from vernost.core.models.fields import MoneyField
from vernost.programmes.enums import Counted, Standing
from vernost.programmes.measures.measure import Unknown
from vernost.programmes.models.plan import Plan


class Kpi(Sampled, Removable):
    """A number by which a plan is measured. It is computed from data (measures/); nobody types it in but the target.

    Every number is kept to two places, as sums are. `start` is that of the day before the plan, frozen when it began
    to be measured. `now`, `forecast` and `standing` are kept for lists, of the day `now_on`; the page of the plan
    computes them anew.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="kpis", verbose_name=_("plan"))
    measure = models.CharField(_("measure"), max_length=30)
    line = models.ForeignKey(
        ServiceLine, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("service line")
    )
    counted = models.PositiveSmallIntegerField(_("counted over"), choices=Counted, default=Counted.YEAR)
    target = MoneyField(_("target"), null=True, blank=True)
    start = MoneyField(_("at the start"), null=True, blank=True)
    start_unknown = models.CharField(max_length=20, choices=Unknown, blank=True, editable=False)
    now = MoneyField(_("now"), null=True, blank=True, editable=False)
    now_unknown = models.CharField(max_length=20, choices=Unknown, blank=True, editable=False)
    now_on = models.DateField(_("counted on"), null=True, blank=True, editable=False)
    forecast = MoneyField(_("forecast"), null=True, blank=True, editable=False)
    standing = models.CharField(
        _("state"), max_length=8, choices=Standing, default=Standing.UNKNOWN, editable=False
    )

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset(
        {"start", "start_unknown", "now", "now_unknown", "now_on", "forecast", "standing"}
    )

    class Meta:
        verbose_name = _("number of a plan")
        verbose_name_plural = _("numbers of plans")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["plan", "measure"],
                condition=Q(deleted_at=None, line=None),
                name="kpi_once_a_plan",
            ),
            models.UniqueConstraint(
                fields=["plan", "measure", "line"],
                condition=Q(deleted_at=None, line__isnull=False),
                name="kpi_line_once_a_plan",
            ),
            models.CheckConstraint(condition=Q(counted__in=Counted.values), name="kpi_counted_known"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="kpi_standing_known"),
        ]

    def __str__(self) -> str:
        return self.measure


class Reading(Concluded):
    """What a number was on a day: one a month, for the picture. Readings of a past day may be made later from data."""

    kpi = models.ForeignKey(Kpi, models.CASCADE, related_name="readings", db_index=False)
    on = models.DateField(_("day"))
    number = MoneyField(_("number"), null=True, blank=True)
    unknown = models.CharField(max_length=20, choices=Unknown, blank=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["kpi", "on"], name="reading_once_a_day"),
            models.CheckConstraint(
                condition=Q(number__isnull=False, unknown="") | Q(number=None) & ~Q(unknown=""),
                name="reading_is_known_or_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.number}"
