from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import Hold, TouchState
from vernost.care.models.rule import Rule
from vernost.clients.models import Client, Contact
from vernost.core.models.base import Concluded
from vernost.core.models.fields import MoneyField
from vernost.programmes.enums import AS_CONTACT, ActionKind
from vernost.programmes.models import PlanAction
from vernost.voice.models import Interaction


class Touch(Concluded):
    """One promised contact: a rule of the standard asks for it, or an action of a development plan.

    `slot_on` is the day the rule names (the occasion, or the end of the period), `due_on` the day on which it is
    planned, `latest_on` the last on which the promise is kept.

    `about` is the number of the contact whose birthday it is, else 0: together with client, rule and slot it makes the
    touch unique, however often touches are generated. `group` and `worth` (revenue of the window) are those of the
    day of generation. `moved` says that a person chose the day or the doer: nobody but a person changes them then.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="touches", verbose_name=_("client"), db_index=False
    )
    rule = models.ForeignKey(
        Rule, models.PROTECT, null=True, blank=True, related_name="touches", verbose_name=_("rule"),
        db_index=False,
    )  # fmt: skip
    action = models.OneToOneField(
        PlanAction, models.CASCADE, null=True, blank=True, related_name="touch",
        verbose_name=_("action of a plan"),
    )  # fmt: skip
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("with whom"),
        db_index=False,
    )  # fmt: skip
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="touches",
        verbose_name=_("our person"), db_index=False,
    )  # fmt: skip
    slot_on = models.DateField(_("promised for"))
    due_on = models.DateField(_("planned for"))
    latest_on = models.DateField(_("at the latest"))
    about = models.BigIntegerField(default=0, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=TouchState, default=TouchState.PLANNED)
    hold = models.CharField(_("why held back"), max_length=12, choices=Hold, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    moved = models.BooleanField(_("moved by a person"), default=False)
    interaction = models.ForeignKey(
        Interaction, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("contact made"),
        db_index=False,
    )  # fmt: skip
    closed_on = models.DateField(_("closed"), null=True, blank=True)

    BY_HAND: ClassVar[Q | None] = Q(moved=True) | Q(state__in=("done", "skipped"))
    group = models.CharField(_("Group"), max_length=12, blank=True)
    worth = MoneyField(_("Revenue, window"), null=True, blank=True)

    class Meta:
        verbose_name = _("touch")
        verbose_name_plural = _("touches")
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["person", "due_on", "worth"], condition=Q(state="planned"), name="touch_by_person"
            ),
            models.Index(fields=["due_on", "worth"], condition=Q(state="planned"), name="touch_by_day"),
            models.Index(
                fields=["latest_on", "state", "rule", "person", "group", "closed_on"], name="touch_by_latest"
            ),
            models.Index(
                fields=["interaction"], condition=Q(interaction__isnull=False), name="touch_by_interaction"
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["client", "rule", "slot_on", "about"], name="touch_once"),
            models.CheckConstraint(
                condition=Q(rule=None, action__isnull=False) | Q(rule__isnull=False, action=None),
                name="touch_asked_for_by_rule_or_plan",
            ),
            models.CheckConstraint(condition=Q(state__in=TouchState.values), name="touch_state_known"),
            models.CheckConstraint(
                condition=Q(state="held", hold__in=Hold.values) | (~Q(state="held") & Q(hold="")),
                name="touch_held_has_why",
            ),
            models.CheckConstraint(
                condition=~Q(state="skipped") | ~Q(reason=""), name="touch_skip_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, state__in=("planned", "held"))
                | Q(closed_on__isnull=False, state__in=("done", "skipped", "missed")),
                name="touch_closed_has_day",
            ),
            models.CheckConstraint(
                condition=Q(moved=True) | Q(due_on__lte=F("latest_on")), name="touch_due_in_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id or self.action_id} {self.due_on}"

    def get_absolute_url(self) -> str:
        return reverse("touch", args=[self.pk])

    @property
    def what(self) -> str:
        return self.rule.name if self.rule else self.action.what if self.action else ""

    @property
    def kind(self) -> str:
        """The kind of contact that keeps it; empty for our own work, which is no contact."""
        if self.rule:
            return self.rule.kind
        return AS_CONTACT[self._action_kind][0].value if self._action_kind in AS_CONTACT else ""

    @property
    def channel(self) -> str:
        if self.rule:
            return self.rule.channel
        return AS_CONTACT[self._action_kind][1].value if self._action_kind in AS_CONTACT else ""

    @property
    def _action_kind(self) -> str:
        return self.action.kind if self.action else ActionKind.WORK
