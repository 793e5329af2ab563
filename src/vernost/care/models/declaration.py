from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class Declaration(Sampled, Removable):
    """Rules and mutual obligations, declared to a client in writing; acknowledged by him in a document."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="declarations", verbose_name=_("client"), db_index=False
    )
    declared_on = models.DateField(_("declared"))
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("declared by"),
    )
    rules = models.TextField(_("the rules"))
    client_duties = models.TextField(_("what the client undertakes"), blank=True)
    our_duties = models.TextField(_("what we undertake"), blank=True)
    acknowledged_on = models.DateField(_("acknowledged"), null=True, blank=True)
    acknowledged_by = models.CharField(_("who acknowledged"), max_length=200, blank=True)
    document = models.CharField(_("document"), max_length=300, blank=True)
    file_name = models.CharField(_("attached document"), max_length=200, blank=True)
    # Where it lies (core/documents.py).
    file_token = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        verbose_name = _("declared rules")
        verbose_name_plural = _("declared rules")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-declared_on", "-id"], name="declaration_by_client")
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(rules=""), name="declaration_has_rules"),
            models.CheckConstraint(
                condition=Q(acknowledged_on__gte=F("declared_on")), name="declaration_acknowledged_after"
            ),
            models.CheckConstraint(
                condition=Q(file_name="", file_token="") | ~Q(file_name="") & ~Q(file_token=""),
                name="declaration_file_has_name",
            ),
        ]

    def __str__(self) -> str:
        return self.declared_on.isoformat()
