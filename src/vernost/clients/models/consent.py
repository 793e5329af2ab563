from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models.contact import Contact


class Consent(models.Model):
    """One word of a contact: a consent given or taken back. Rows are only added; the newest of a purpose holds.

    `said_on` is the day of the word, `at` when it was written down. For birthdays the contact's `consented_on` is kept
    in step by the actions (clients/actions/consent.py).
    """

    contact = models.ForeignKey(
        Contact, models.CASCADE, related_name="consents", verbose_name=_("contact"), db_index=False
    )
    purpose = models.CharField(_("for what"), max_length=10, choices=ConsentPurpose)
    given = models.BooleanField(_("given"))
    source = models.CharField(_("how we know"), max_length=10, choices=ConsentSource)
    said_on = models.DateField(_("day"))
    at = models.DateTimeField(_("written down"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("by"),
    )  # fmt: skip
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["contact", "purpose", "-id"], name="consent_by_contact")
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(purpose__in=ConsentPurpose.values), name="consent_purpose_known"
            ),
            models.CheckConstraint(condition=Q(source__in=ConsentSource.values), name="consent_source_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.given}"
