from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Contact
from vernost.core.models.base import Removable, Sampled
from vernost.programmes.enums import AS_CONTACT, ActionKind, ActionState
from vernost.programmes.models.plan import Plan


class PlanAction(Sampled, Removable):
    """What is done for a plan: what, who, when, with whom. While its plan runs care makes a touch of it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="actions", verbose_name=_("plan"))
    client = models.ForeignKey(Client, models.CASCADE, related_name="plan_actions", verbose_name=_("client"))
    what = models.CharField(_("what to do"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=ActionKind)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="plan_actions", verbose_name=_("who does it")
    )
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("with whom")
    )
    due_on = models.DateField(_("by when"))
    state = models.CharField(_("state"), max_length=8, choices=ActionState, default=ActionState.PLANNED)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    note = models.CharField(_("what came of it, or why not"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("action of a plan")
        verbose_name_plural = _("actions of plans")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(what=""), name="plan_action_has_what"),
            models.CheckConstraint(condition=Q(kind__in=ActionKind.values), name="plan_action_kind_known"),
            models.CheckConstraint(condition=Q(state__in=ActionState.values), name="plan_action_state_known"),
            models.CheckConstraint(
                condition=Q(state="planned", closed_on=None)
                | ~Q(state="planned") & Q(closed_on__isnull=False),
                name="plan_action_closed_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(note=""), name="plan_action_dropped_has_why"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return self.plan.get_absolute_url()

    @property
    def is_contact(self) -> bool:
        """Whether doing it means talking to the client."""
        return self.kind in AS_CONTACT
