from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class DependencePlan(Sampled, Removable):
    """What the company does so that losing a client on whom it depends does not endanger it (S2; D4)."""

    client = models.ForeignKey(
        Client,
        models.CASCADE,
        related_name="dependence_plans",
        verbose_name=_("client"),
        db_index=False,
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="dependence_plans",
        verbose_name=_("responsible"),
    )
    aim = models.CharField(_("aim"), max_length=300)
    steps = models.TextField(_("steps"))
    due_on = models.DateField(_("done by"))
    review_on = models.DateField(_("looked at again on"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("dependence plan")
        verbose_name_plural = _("dependence plans")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(closed_on=None, deleted_at=None),
                name="dependence_plan_one_open",
            ),
            models.CheckConstraint(condition=~Q(aim=""), name="dependence_plan_has_aim"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(closed_on__isnull=False),
                name="dependence_plan_outcome_when_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.aim

    def get_absolute_url(self) -> str:
        return reverse("dependence_plan", args=[self.client_id])
