from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Removable, Sampled
from vernost.programmes.models.plan import Plan


class PlanReview(Sampled, Removable):
    """A look at a plan: what was reached, what was decided. `numbers` are those of the day, frozen: a list of
    {measure, line, start, target, now, unknown, forecast, standing}, sums as text.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="reviews", verbose_name=_("plan"))
    on = models.DateField(_("day"))
    reached = models.TextField(_("what was reached"))
    decided = models.TextField(_("what was decided"))
    numbers = models.JSONField(_("numbers"), default=list, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"numbers"})

    class Meta:
        verbose_name = _("review of a plan")
        verbose_name_plural = _("reviews of plans")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=~Q(reached="") & ~Q(decided=""), name="plan_review_says_something"
            )
        ]

    def __str__(self) -> str:
        return self.on.isoformat()
