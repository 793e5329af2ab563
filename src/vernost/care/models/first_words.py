from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Sampled


class FirstWords(Sampled):
    """With what the client came, in his own words: listened to at the first contact, asked once, kept on the card."""

    client = models.OneToOneField(
        Client, models.CASCADE, related_name="first_words", verbose_name=_("client")
    )
    task = models.TextField(_("the client's task, in his own words"))
    wishes = models.TextField(_("what he wishes of us"), blank=True)
    heard_on = models.DateField(_("heard on"))
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("heard by")
    )

    class Meta:
        verbose_name = _("the client's task")
        verbose_name_plural = _("the clients' tasks")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(task=""), name="first_words_has_task")
        ]

    def __str__(self) -> str:
        return self.task[:80]
