from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.channels.models.mailbox import Mailbox
from vernost.core.models.base import Removable


class IgnoredAddress(Removable):
    """An address that is nobody's business here: what it wrote is shown no more, what it will write is not read."""

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"address"})

    mailbox = models.ForeignKey(Mailbox, models.CASCADE, related_name="ignored", verbose_name=_("mailbox"))
    address = models.CharField(_("address"), max_length=254)

    class Meta:
        verbose_name = _("ignored address")
        verbose_name_plural = _("ignored addresses")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["mailbox", "address"], condition=Q(deleted_at=None), name="ignored_once"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
