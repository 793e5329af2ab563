from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import ContactLevel, Influence
from vernost.clients.models.client import Client
from vernost.core.models.base import Removable, Sampled, removed_index


class Contact(Sampled, Removable):
    """A person on the client's side. A birthday is kept only where the person agreed."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="contacts", verbose_name=_("client"))
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("position"), max_length=200, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=ContactLevel, blank=True)
    influence = models.CharField(_("influence"), max_length=10, choices=Influence, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    talks_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who of us talks to them"),
    )
    birthday_on = models.DateField(_("birthday"), null=True, blank=True)
    consented_on = models.DateField(_("agreed to be congratulated on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        indexes: ClassVar[list[Any]] = [
            removed_index("contact"),
            models.Index(fields=["email"], condition=~Q(email=""), name="contact_by_email"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(name=""), name="contact_has_name"),
            models.CheckConstraint(
                condition=Q(level__in=["", *ContactLevel.values]), name="contact_level_known"
            ),
            models.CheckConstraint(
                condition=Q(influence__in=["", *Influence.values]), name="contact_influence_known"
            ),
            models.CheckConstraint(
                condition=Q(birthday_on=None) | Q(consented_on__isnull=False),
                name="contact_birthday_has_consent",
            ),
        ]

    def __str__(self) -> str:
        return self.name
