from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import CaseOrigin, CaseOutcome, CaseState
from vernost.assessment.models.signal import Signal
from vernost.clients.models import Client
from vernost.core.addresses import address
from vernost.core.models.base import Concluded, Removable, removed_index
from vernost.core.models.fields import MoneyField
from vernost.core.models.indexes import SortIndex

# The reason of a case that no signal stands for; it has a title instead.
OTHER = "other"


class Case(Concluded, Removable):
    """What somebody has to deal with at a client: one open case per client and reason, in the hands of one person.

    `code` is a signal's or OTHER. Assessments keep severity, money, `last_seen_on` and `gone_on` (since when the signal
    is not raised any more: closing is proposed); the rest is people's.
    """

    BY_HAND: ClassVar[Q | None] = ~Q(origin="signal") | ~Q(state="open") | Q(tasks__done_at__isnull=False)

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="cases", verbose_name=_("client"), db_index=False
    )
    code = models.CharField(_("reason"), max_length=30)
    title = models.CharField(_("what it is about"), max_length=200, blank=True)
    signal = models.ForeignKey(
        Signal, models.SET_NULL, null=True, blank=True, related_name="cases", verbose_name=_("signal")
    )
    origin = models.CharField(_("from where"), max_length=10, choices=CaseOrigin)
    severity = models.PositiveSmallIntegerField(_("Severity"))
    at_stake = MoneyField(_("Money at stake"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("who has the case"),
        db_index=False,
    )
    state = models.CharField(_("state"), max_length=8, choices=CaseState, default=CaseState.OPEN)
    opened_on = models.DateField(_("opened"))
    reopened = models.PositiveSmallIntegerField(_("opened again, times"), default=0)
    first_seen_on = models.DateField(_("first seen"))
    last_seen_on = models.DateField(_("last seen"))
    gone_on = models.DateField(_("not seen since"), null=True, blank=True)
    evidence_on = models.DateField(_("last evidence"), null=True, blank=True)
    snoozed_until = models.DateField(_("put off until"), null=True, blank=True)
    snooze_reason = models.CharField(_("why put off"), max_length=500, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    cause = models.CharField(_("cause"), max_length=500, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=CaseOutcome, blank=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        # The lists show open ones, and are read in the order of an index that ends in id.
        indexes: ClassVar[list[Any]] = [
            removed_index("case"),
            models.Index(fields=["client", "code"], name="case_by_client"),
            SortIndex(
                fields=["-at_stake", "-id"],
                condition=Q(deleted_at=None, closed_on=None),
                name="case_by_stake",
            ),
            models.Index(
                fields=["severity", "id"],
                condition=Q(deleted_at=None, closed_on=None),
                name="case_by_severity",
            ),
            models.Index(
                fields=["opened_on", "id"],
                condition=Q(deleted_at=None, closed_on=None),
                name="case_by_opened",
            ),
            SortIndex(
                fields=["owner", "-at_stake", "-id"],
                condition=Q(deleted_at=None, closed_on=None),
                name="case_by_owner",
            ),
            models.Index(fields=["closed_on", "-id"], condition=Q(deleted_at=None), name="case_by_closed"),
            models.Index(
                fields=["gone_on", "id"],
                condition=Q(deleted_at=None, closed_on=None, gone_on__isnull=False),
                name="case_by_gone",
            ),
            models.Index(fields=["snoozed_until"], condition=Q(state="snoozed"), name="case_by_snoozed"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "code", "title"],
                condition=Q(deleted_at=None, closed_on=None),
                name="case_open_once",
            ),
            models.CheckConstraint(condition=Q(severity__range=(1, 3)), name="case_severity_1_to_3"),
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="case_state_known"),
            models.CheckConstraint(condition=Q(origin__in=CaseOrigin.values), name="case_origin_known"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *CaseOutcome.values]), name="case_outcome_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="snoozed") | Q(snoozed_until__isnull=False) & ~Q(snooze_reason=""),
                name="case_put_off_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False) & ~Q(outcome="")
                | ~Q(state="closed") & Q(closed_on=None, outcome=""),
                name="case_closed_has_day_and_outcome",
            ),
            models.CheckConstraint(condition=~Q(code=OTHER) | ~Q(title=""), name="case_other_has_title"),
        ]

    def __str__(self) -> str:
        return self.title or self.code

    def get_absolute_url(self) -> str:
        return address("case", self.pk)
