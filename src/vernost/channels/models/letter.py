from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.channels.enums import LetterKind, LetterState, Trouble
from vernost.core.models.base import Sampled


class Letter(Sampled):
    """One outgoing letter to one address: the queue and the log at once.

    `message_id` stands in the letter's head with angle brackets around it, here without them; an answer names it.
    `dedupe_key` says what the letter is for: a second one with the same key is never queued. `unsubscribe_hash`
    belongs to the secret in the letter's link, which is made when the letter leaves and is kept nowhere. `claim` is
    the pass of the one worker who may hand it over; `sending_at` the moment of handing over.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=LetterKind)
    to_address = models.EmailField(_("to"), max_length=254)
    to_name = models.CharField(_("name of the recipient"), max_length=200, blank=True)
    reply_to = models.EmailField(_("answers go to"), max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    html = models.TextField(_("text with markup"), blank=True)
    unsubscribable = models.BooleanField(_("can be unsubscribed from"), default=False)
    unsubscribe_hash = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    message_id = models.CharField(_("number in the mail"), max_length=200, unique=True, editable=False)
    dedupe_key = models.CharField(max_length=200, unique=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="letters",
        verbose_name=_("written by"),
    )  # fmt: skip
    state = models.CharField(_("state"), max_length=10, choices=LetterState, default=LetterState.QUEUED)
    trouble = models.CharField(_("why not sent"), max_length=10, choices=Trouble, blank=True)
    server_said = models.CharField(_("what the server said"), max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(_("written"))
    next_try_at = models.DateTimeField(_("next try"))
    claim = models.CharField(max_length=32, blank=True, editable=False)
    sending_at = models.DateTimeField(_("handed over"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"unsubscribe_hash", "claim", "text", "html"})

    class Meta:
        verbose_name = _("outgoing letter")
        verbose_name_plural = _("outgoing letters")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="queued"), name="letter_to_send"),
            models.Index(fields=["sending_at"], condition=Q(state="sending"), name="letter_being_sent"),
            models.Index(fields=["state", "-id"], name="letter_by_state"),
            models.Index(fields=["to_address", "-id"], name="letter_by_address"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(kind__in=LetterKind.values), name="letter_kind_known"),
            models.CheckConstraint(condition=Q(state__in=LetterState.values), name="letter_state_known"),
            models.CheckConstraint(
                condition=Q(trouble__in=["", *Trouble.values]), name="letter_trouble_known"
            ),
            models.CheckConstraint(
                condition=~Q(message_id="") & ~Q(dedupe_key=""), name="letter_has_numbers"
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="letter_sent_has_moment"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("sending", "unsure")) | Q(sending_at__isnull=False),
                name="letter_sending_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("failed", "held", "unsure")) | ~Q(trouble=""),
                name="letter_unsent_has_why",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(answered_at__gte=F("created_at")),
                name="letter_answered_after",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
