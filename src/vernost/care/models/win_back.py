from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import Advice, Reason, Result
from vernost.clients.models import Client
from vernost.core.models.base import Concluded, Removable, Sampled
from vernost.core.models.fields import CurrencyField, MoneyField
from vernost.core.models.indexes import SortIndex


class WinBack(Sampled, Removable, Concluded):
    """A line of the register of gone clients: why, what he was worth a year, what winning back may cost, what came.

    The register is kept after each assessment; `advice` and `significance` are kept by the actions. `won_on` is the day
    of the first order after `left_on`.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="win_backs", verbose_name=_("client"), db_index=False
    )
    entered_on = models.DateField(_("in the register since"))
    left_on = models.DateField(_("gone since"))
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, default=Reason.UNKNOWN)
    note = models.TextField(_("in words"), blank=True)
    changed_on = models.DateField(_("our terms have changed"), null=True, blank=True)
    mended_on = models.DateField(_("quality mended"), null=True, blank=True)
    what_changed = models.CharField(_("what was changed or mended"), max_length=500, blank=True)
    significance = MoneyField(_("brought a year"), default=0)
    budget = MoneyField(_("may cost up to"), default=0)
    currency = CurrencyField(_("currency"))
    next_on = models.DateField(_("next attempt"), null=True, blank=True)
    advice = models.CharField(_("what the rule says"), max_length=12, choices=Advice, default=Advice.FIND_OUT)
    won_on = models.DateField(_("won back"), null=True, blank=True)

    BY_HAND: ClassVar[Q | None] = ~Q(note="") | Q(next_on__isnull=False)
    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"significance", "advice"})

    class Meta:
        verbose_name = _("winning back")
        verbose_name_plural = _("winning back")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-entered_on", "-id"], name="win_back_by_client"),
            SortIndex(
                fields=["-significance", "-id"], condition=Q(deleted_at=None), name="win_back_by_worth"
            ),
            SortIndex(fields=["next_on", "id"], condition=Q(deleted_at=None), name="win_back_by_next"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="win_back_reason_known"),
            models.CheckConstraint(condition=Q(advice__in=Advice.values), name="win_back_advice_known"),
            models.CheckConstraint(condition=Q(budget__gte=0), name="win_back_budget_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.left_on}"


class Attempt(Sampled, Removable):
    """One attempt to win a client back."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="win_back_attempts", verbose_name=_("client"), db_index=False
    )
    win_back = models.ForeignKey(
        WinBack, models.CASCADE, related_name="attempts", verbose_name=_("winning back")
    )
    tried_on = models.DateField(_("day"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("our person"),
    )
    what = models.CharField(_("what was done"), max_length=500)
    cost = MoneyField(_("what it cost"), default=0)
    currency = CurrencyField(_("currency"))
    result = models.CharField(_("result"), max_length=10, choices=Result)
    why = models.CharField(_("why against the rule"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("attempt to win back")
        verbose_name_plural = _("attempts to win back")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-tried_on", "-id"], name="attempt_by_client")
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(what=""), name="attempt_says_what"),
            models.CheckConstraint(condition=Q(cost__gte=0), name="attempt_cost_not_negative"),
            models.CheckConstraint(condition=Q(result__in=Result.values), name="attempt_result_known"),
        ]

    def __str__(self) -> str:
        return self.what
