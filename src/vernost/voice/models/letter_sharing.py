from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Removable


class LetterSharing(Removable):
    """A person shares all his letters with a client, those to come too."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="letter_sharings", verbose_name=_("who shares")
    )
    client = models.ForeignKey(
        Client, models.CASCADE, related_name="letter_sharings", verbose_name=_("client")
    )

    class Meta:
        verbose_name = _("sharing of letters")
        verbose_name_plural = _("sharings of letters")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["person", "client"], condition=Q(deleted_at=None), name="letter_sharing_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.client_id}"
