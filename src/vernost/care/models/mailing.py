from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import LetterHold, LetterPurpose, MailingState
from vernost.channels.models import Letter
from vernost.clients.models import Client, Contact
from vernost.core.enums import Language
from vernost.core.models.base import Sampled
from vernost.voice.models import Interaction


class Mailing(Sampled):
    """One text to a chosen set of clients. `chosen` keeps the filters by which they were found, as in the address of
    the list. Once it is released the text does not change any more.
    """

    name = models.CharField(_("what it is about"), max_length=200)
    purpose = models.CharField(_("what it is for"), max_length=12, choices=LetterPurpose)
    language = models.CharField(_("language"), max_length=5, choices=Language)
    subject = models.CharField(_("subject"), max_length=300)
    body = models.TextField(_("text"))
    chosen = models.TextField(_("how the clients were chosen"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MailingState, default=MailingState.DRAFT)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("who writes"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("begun"))
    released_at = models.DateTimeField(_("released"), null=True, blank=True)

    class Meta:
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(purpose__in=LetterPurpose.values), name="mailing_purpose_known"
            ),
            models.CheckConstraint(condition=Q(state__in=MailingState.values), name="mailing_state_known"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(released_at__isnull=False), name="mailing_released_has_moment"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("mailing", args=[self.pk])


class ClientLetter(models.Model):
    """Who stands behind a letter: the client and the contact, of a mailing or alone. Without `letter` it is not written
    yet, or held back for the reason `hold`. `interaction` is the contact that was written down when it was sent.
    """

    mailing = models.ForeignKey(
        Mailing, models.CASCADE, null=True, blank=True, related_name="recipients", verbose_name=_("mailing")
    )
    client = models.ForeignKey(Client, models.CASCADE, related_name="letters", verbose_name=_("client"))
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="letters", verbose_name=_("to whom")
    )
    purpose = models.CharField(_("what it is for"), max_length=12, choices=LetterPurpose)
    hold = models.CharField(_("why held back"), max_length=12, choices=LetterHold, blank=True)
    letter = models.OneToOneField(
        Letter, models.SET_NULL, null=True, blank=True, related_name="behind", verbose_name=_("letter")
    )
    interaction = models.OneToOneField(
        Interaction, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("contact made")
    )
    logged_at = models.DateTimeField(_("written down as a contact"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter to a client")
        verbose_name_plural = _("letters to clients")
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["letter"],
                condition=Q(letter__isnull=False, logged_at=None),
                name="client_letter_to_log",
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["mailing", "client"], condition=Q(mailing__isnull=False), name="client_letter_once"
            ),
            models.CheckConstraint(
                condition=Q(hold__in=["", *LetterHold.values]), name="client_letter_hold_known"
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=LetterPurpose.values), name="client_letter_purpose_known"
            ),
            models.CheckConstraint(
                condition=Q(hold="") | Q(letter=None), name="client_letter_held_is_not_written"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.purpose}"
