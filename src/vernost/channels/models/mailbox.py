from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.channels.enums import Problem, Security, Way
from vernost.core.models import Team
from vernost.core.models.base import Removable, Sampled


class Mailbox(Sampled, Removable):
    """Where letters are read from: a person's own (`owner`), or one of the company's, which the `team` reads (without
    a team everybody who works with clients).

    `sealed_password` is encrypted (core/cipher.py, purpose MAILBOX_PURPOSE). The columns from `last_tried_at` on tell
    what became of reading; a job writes them.
    """

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset(
        {
            "sealed_password", "last_tried_at", "last_success_at", "last_problem", "last_detail", "failures",
            "next_try_at", "letter_count",
        }
    )  # fmt: skip

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="mailboxes",
        verbose_name=_("whose"),
    )  # fmt: skip
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("team that reads it")
    )
    address = models.EmailField(_("e-mail address"))
    host = models.CharField(_("IMAP server"), max_length=200)
    port = models.PositiveIntegerField(_("port"), default=993)
    security = models.CharField(_("protection"), max_length=10, choices=Security, default=Security.TLS)
    login = models.CharField(_("login"), max_length=200)
    sealed_password = models.TextField(_("password"), blank=True, editable=False)
    folder_in = models.CharField(_("folder of letters to us"), max_length=200, default="INBOX")
    folder_sent = models.CharField(_("folder of letters from us"), max_length=200, blank=True)
    since_on = models.DateField(_("letters from this day on"))
    is_on = models.BooleanField(_("on"), default=True)
    last_tried_at = models.DateTimeField(_("last tried"), null=True, blank=True, editable=False)
    last_success_at = models.DateTimeField(_("last read"), null=True, blank=True, editable=False)
    last_problem = models.CharField(
        _("last problem"), max_length=20, choices=Problem, blank=True, editable=False
    )
    last_detail = models.CharField(_("what the server said"), max_length=300, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True, editable=False)
    letter_count = models.PositiveIntegerField(_("letters read"), default=0, editable=False)

    class Meta:
        verbose_name = _("mailbox")
        verbose_name_plural = _("mailboxes")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(deleted_at=None, owner__isnull=False), name="mailbox_one_each"
            ),
            models.CheckConstraint(condition=~Q(host=""), name="mailbox_has_host"),
            models.CheckConstraint(condition=Q(port__range=(1, 65535)), name="mailbox_port_known"),
            models.CheckConstraint(condition=Q(security__in=Security.values), name="mailbox_security_known"),
            models.CheckConstraint(condition=Q(owner=None) | Q(team=None), name="mailbox_own_or_of_team"),
        ]

    def __str__(self) -> str:
        return self.address


class MailFolder(models.Model):
    """How far a folder was read: up to `last_uid` of the numbering `uid_validity`, which the server may begin anew."""

    mailbox = models.ForeignKey(Mailbox, models.CASCADE, related_name="folders", verbose_name=_("mailbox"))
    name = models.CharField(_("folder"), max_length=200)
    way = models.CharField(_("direction"), max_length=3, choices=Way)
    uid_validity = models.BigIntegerField(_("numbering"), default=0)
    last_uid = models.BigIntegerField(_("read up to"), default=0)

    class Meta:
        verbose_name = _("folder of a mailbox")
        verbose_name_plural = _("folders of mailboxes")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["mailbox", "name"], name="folder_once"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="folder_way_known"),
        ]

    def __str__(self) -> str:
        return self.name
