from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class BackTest(models.Model):
    """What the signals would have said of the company's own past under one set of definitions (`settings`, as JSON).

    `key` is a digest of them: the same definitions tried again replace the answer. `days` are the past days judged.
    """

    key = models.CharField(max_length=64, unique=True)
    as_of = models.DateField(_("as of"))
    made_at = models.DateTimeField(_("made"))
    settings = models.JSONField(_("settings of the method"))
    days = models.JSONField(_("past days judged"))
    clients = models.PositiveIntegerField(_("clients judged"))
    #: of all clients on all days: how many left or fell, and grew, within the year after
    base = models.JSONField(_("what happened anyway"))

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"settings"})

    class Meta:
        verbose_name = _("back-test")
        verbose_name_plural = _("back-tests")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["-made_at"], name="backtest_by_moment")]

    def __str__(self) -> str:
        return self.as_of.isoformat()

    @property
    def anyway(self) -> float | None:
        """The part that left or fell whatever was signalled: what a signal reaches that knows nothing."""
        return self.base["fell"] / self.base["judged"] if self.base["judged"] else None


class BackTestSignal(models.Model):
    """One signal in a back-test. `named` lists clients of each fate, those with most money first."""

    backtest = models.ForeignKey(
        BackTest, models.CASCADE, related_name="signals", verbose_name=_("back-test"), db_index=False
    )
    code = models.CharField(_("Signal"), max_length=30)
    flagged = models.PositiveIntegerField(_("Alarms"))
    came = models.PositiveIntegerField(_("Came true"))
    vain = models.PositiveIntegerField(_("In vain"))
    missed = models.PositiveIntegerField(_("Missed"))
    lead_days = models.FloatField(_("Days ahead, median"), null=True, blank=True)
    named = models.JSONField(_("clients"))

    class Meta:
        verbose_name = _("signal in a back-test")
        verbose_name_plural = _("signals in back-tests")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["backtest", "code"], name="backtest_signal_once")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def precision(self) -> float | None:
        """Of the alarms, how many came true; empty without an alarm."""
        return self.came / self.flagged if self.flagged else None
