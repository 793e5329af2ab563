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
from vernost.voice.models import Interaction


class Touch(Concluded):
    """One promised contact. `slot_on` is the day the rule names (the occasion, or the end of the period), `due_on` the
    day on which it is planned, `latest_on` the last on which the promise is kept.

    `about` is the number of the contact whose birthday it is, else 0: together with client, rule and slot it makes the
    touch unique, however often touches are generated. `group` and `worth` (revenue of the window) are those of the
    day of generation. `moved` says that a person chose the day or the doer: nobody but a person changes them then.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="touches", verbose_name=_("client"), db_index=False
    )
    rule = models.ForeignKey(
        Rule, models.PROTECT, related_name="touches", verbose_name=_("rule"), db_index=False
    )
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
        return f"{self.rule_id} {self.due_on}"

    def get_absolute_url(self) -> str:
        return reverse("touch", args=[self.pk])
