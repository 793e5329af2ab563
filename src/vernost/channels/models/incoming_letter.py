from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.channels.enums import Way
from vernost.channels.models.mailbox import Mailbox, MailFolder
from vernost.core.models.base import Sampled


class IncomingLetter(Sampled):
    """A letter that a mailbox received, or that its owner sent with another program (`way` OUT).

    Private: only who reads the mailbox may see it, until somebody above shares it (voice/models/correspondence.py).
    Its words stay out of the audit log and out of `str`. `party` is the address on the other side, in lower case: the
    sender of a letter to us, the first receiver of one from us. `receivers` and `copies` have one address a line.
    `message_id` is the letter's own or, where it has none, one made of its content: read again it is the same letter.
    """

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset(
        {
            "party", "sender", "sender_name", "receivers", "copies", "subject", "text", "attachments", "answers_to",
            "message_id",
        }
    )  # fmt: skip

    mailbox = models.ForeignKey(
        Mailbox, models.CASCADE, related_name="letters", verbose_name=_("mailbox"), db_index=False
    )
    folder = models.ForeignKey(
        MailFolder, models.CASCADE, related_name="letters", verbose_name=_("folder"), db_index=False
    )
    uid_validity = models.BigIntegerField(_("numbering"))
    uid = models.BigIntegerField(_("number in the folder"))
    way = models.CharField(_("direction"), max_length=3, choices=Way)
    message_id = models.CharField(_("message id"), max_length=500)
    answers_to = models.TextField(_("answers to"), blank=True)
    at = models.DateTimeField(_("when"))
    party = models.CharField(_("address of the other side"), max_length=254, blank=True)
    sender = models.CharField(_("from"), max_length=254, blank=True)
    sender_name = models.CharField(_("name of the sender"), max_length=200, blank=True)
    receivers = models.TextField(_("to"), blank=True)
    copies = models.TextField(_("copies"), blank=True)
    subject = models.CharField(_("subject"), max_length=500, blank=True)
    text = models.TextField(_("text"), blank=True)
    attachments = models.TextField(_("attachments"), blank=True)
    is_cut = models.BooleanField(_("shortened"), default=False)

    class Meta:
        verbose_name = _("letter of a mailbox")
        verbose_name_plural = _("letters of mailboxes")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["mailbox", "-at", "-id"], name="mail_by_mailbox"),
            models.Index(fields=["mailbox", "party"], name="mail_by_party"),
            models.Index(fields=["message_id"], name="mail_by_message_id"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["folder", "uid_validity", "uid"], name="mail_once_by_number"),
            models.UniqueConstraint(fields=["mailbox", "message_id"], name="mail_once_by_message_id"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="mail_way_known"),
            models.CheckConstraint(condition=~Q(message_id=""), name="mail_has_message_id"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("letter_page", args=[self.pk])
