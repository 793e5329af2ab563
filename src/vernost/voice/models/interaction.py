from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Contact
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.voice.enums import Channel, Direction, InteractionKind, Mood, Outcome


class Interaction(Sampled, Removable):
    """One call, letter, meeting or message, ours or theirs. A kind outside InteractionKind may come by import."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="interactions", verbose_name=_("client"), db_index=False
    )
    contact = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interactions",
        verbose_name=_("with whom"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="interactions",
        verbose_name=_("our person"), db_index=False,
    )  # fmt: skip
    at = models.DateTimeField(_("when"))
    direction = models.CharField(_("direction"), max_length=3, choices=Direction)
    kind = models.CharField(_("kind"), max_length=30, choices=InteractionKind)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True)
    answered_at = models.DateTimeField(_("answered or kept"), null=True, blank=True)
    mood = models.SmallIntegerField(_("mood"), choices=Mood, null=True, blank=True)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    free_of_charge = models.BooleanField(_("work for nothing"), default=False)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("interaction")
        verbose_name_plural = _("interactions")
        indexes: ClassVar[list[Any]] = [
            removed_index("interaction"),
            models.Index(fields=["client", "-at", "-id"], name="interaction_by_client"),
            models.Index(fields=["person", "-at", "-id"], name="interaction_by_person"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="interaction_direction_known"
            ),
            models.CheckConstraint(condition=~Q(kind=""), name="interaction_has_kind"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *Outcome.values]), name="interaction_outcome_known"
            ),
            models.CheckConstraint(condition=Q(mood__range=(-2, 2)), name="interaction_mood_known"),
            models.CheckConstraint(condition=Q(answered_at__gte=F("at")), name="interaction_answered_after"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"
