from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.addresses import address
from vernost.core.models.base import Removable, Sampled
from vernost.programmes.enums import AimKind, PlanState


class Plan(Sampled, Removable):
    """How the relationship with one client is to be developed in a time (H2). The plan against dependence on a client
    is another one (assessment).

    `review_on` is when it is looked at next; empty once it is finished.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="plans", verbose_name=_("client"), db_index=False
    )
    name = models.CharField(_("name"), max_length=200)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="plans", verbose_name=_("responsible")
    )
    since_on = models.DateField(_("from"))
    until_on = models.DateField(_("to"))
    review_on = models.DateField(_("next review"), null=True, blank=True)
    risks = models.TextField(_("risks"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=PlanState, default=PlanState.DRAFT)
    finished_on = models.DateField(_("finished"), null=True, blank=True)
    outcome = models.TextField(_("what came of it"), blank=True)

    class Meta:
        verbose_name = _("development plan")
        verbose_name_plural = _("development plans")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-since_on", "-id"], name="plan_by_client"),
            models.Index(fields=["until_on", "id"], condition=Q(deleted_at=None), name="plan_by_end"),
            models.Index(fields=["review_on", "id"], condition=Q(deleted_at=None), name="plan_by_review"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(name=""), name="plan_has_name"),
            models.CheckConstraint(condition=Q(state__in=PlanState.values), name="plan_state_known"),
            models.CheckConstraint(condition=Q(until_on__gt=F("since_on")), name="plan_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state="finished", finished_on__isnull=False) & ~Q(outcome="")
                | ~Q(state="finished") & Q(finished_on=None),
                name="plan_finished_has_day_and_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("plan", self.pk)


class Aim(Sampled, Removable):
    """One aim in words. It is never overwritten: a changed one ends (`over_on`, `why`) and the next one begins."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="aims", verbose_name=_("plan"))
    text = models.CharField(_("aim"), max_length=500)
    kind = models.CharField(_("about"), max_length=8, choices=AimKind, default=AimKind.RELATION)
    set_on = models.DateField(_("set"))
    over_on = models.DateField(_("until"), null=True, blank=True)
    why = models.CharField(_("why changed"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("aim of a plan")
        verbose_name_plural = _("aims of plans")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(text=""), name="aim_has_text"),
            models.CheckConstraint(condition=Q(kind__in=AimKind.values), name="aim_kind_known"),
            models.CheckConstraint(
                condition=Q(over_on=None, why="") | Q(over_on__isnull=False) & ~Q(why=""),
                name="aim_over_has_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text
