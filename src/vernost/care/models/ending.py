from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import EndingState, Reason, Side
from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


def _person(label: Any) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


class Ending(Sampled, Removable):
    """The way to the end of a relationship, or back from it; each step with who and when.

    `grounds` are codes of Ground; `loses` is what the company loses as the assessment of that day said it (whole
    units of the company's currency); `guards` what protected the client then; `done` is {item of Checklist: day}.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="endings", verbose_name=_("client"), db_index=False
    )
    side = models.CharField(_("who ends it"), max_length=6, choices=Side)
    state = models.CharField(_("state"), max_length=12, choices=EndingState)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, default=Reason.OURS)
    opened_on = models.DateField(_("considered since"))
    grounds = models.JSONField(_("grounds"), default=list, blank=True)
    note = models.TextField(_("in words"), blank=True)
    loses = models.JSONField(_("what we lose"), default=dict, blank=True)
    guards = models.CharField(_("was protected by"), max_length=200, blank=True)
    guard_why = models.CharField(_("why in spite of it"), max_length=500, blank=True)
    guard_by = _person(_("who set the protection aside"))

    offered_on = models.DateField(_("last chance given"), null=True, blank=True)
    new_price = models.CharField(_("new price"), max_length=300, blank=True)
    new_terms = models.TextField(_("new terms"), blank=True)
    until_on = models.DateField(_("answer until"), null=True, blank=True)
    accepted = models.BooleanField(_("accepted"), null=True, blank=True)
    answered_on = models.DateField(_("answered"), null=True, blank=True)

    decided_on = models.DateField(_("decided"), null=True, blank=True)
    decided_by = _person(_("who decided"))
    decision_why = models.CharField(_("why"), max_length=500, blank=True)
    done = models.JSONField(_("checklist"), default=dict, blank=True)
    partner = models.CharField(_("handed over to"), max_length=300, blank=True)
    ended_on = models.DateField(_("relationship ended"), null=True, blank=True)
    contacts_a_year = models.PositiveSmallIntegerField(_("greetings a year afterwards"), default=1)

    class Meta:
        verbose_name = _("ending")
        verbose_name_plural = _("endings")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-opened_on", "-id"], name="ending_by_client"),
            models.Index(fields=["-opened_on", "-id"], condition=Q(deleted_at=None), name="ending_by_day"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(side__in=Side.values), name="ending_side_known"),
            models.CheckConstraint(condition=Q(state__in=EndingState.values), name="ending_state_known"),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="ending_reason_known"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("offered_on")), name="ending_until_after_offer"
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | Q(ended_on__isnull=False), name="ending_ended_has_day"
            ),
            # Never automatic: a person has decided what we end ourselves.
            models.CheckConstraint(
                condition=~Q(side="us", state__in=("decided", "ended"))
                | Q(decided_by__isnull=False, decided_on__isnull=False) & ~Q(decision_why=""),
                name="ending_of_ours_was_decided",
            ),
            models.CheckConstraint(condition=Q(contacts_a_year__range=(1, 2)), name="ending_contacts_1_or_2"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.state}"
