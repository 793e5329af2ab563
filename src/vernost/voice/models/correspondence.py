from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.channels.models import IncomingLetter
from vernost.clients.models import Client, Contact
from vernost.core.models.base import Removable
from vernost.voice.models.interaction import Interaction


class Correspondence(Removable):
    """A letter belongs to a client. Until it is shared it is seen by who reads the mailbox and by nobody else; shared,
    it is an interaction of kind letter, which everybody sees who sees the client.

    `by_hand`: a person said so; else the address did. The same letter in two mailboxes, shared by both, is one
    interaction.
    """

    letter = models.ForeignKey(
        IncomingLetter, models.CASCADE, related_name="correspondences", verbose_name=_("letter")
    )
    client = models.ForeignKey(
        Client, models.CASCADE, related_name="correspondences", verbose_name=_("client"), db_index=False
    )
    contact = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="correspondences",
        verbose_name=_("with whom"),
    )
    interaction = models.ForeignKey(
        Interaction, models.SET_NULL, null=True, blank=True, related_name="correspondences",
        verbose_name=_("contact"),
    )  # fmt: skip
    by_hand = models.BooleanField(_("said by a person"), default=False)
    shared_at = models.DateTimeField(_("shared"), null=True, blank=True)
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("shared by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("letter of a client")
        verbose_name_plural = _("letters of clients")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-letter"], name="correspondence_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["letter", "client"], condition=Q(deleted_at=None), name="correspondence_once"
            ),
            models.CheckConstraint(
                condition=Q(interaction=None) | Q(shared_at__isnull=False),
                name="correspondence_told_is_shared",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.letter_id}"
