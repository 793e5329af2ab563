from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import Reading


class AccessEntry(models.Model):
    """Who came to whose personal data. Opening the pages of one client counts once a day; each export counts.

    `kind` is the model's label ("clients.client"), or for an export the name of its page; the person's name is not
    kept here, so that erasing him leaves nothing.
    """

    on = models.DateField(_("day"))
    at = models.DateTimeField(_("when first"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    what = models.CharField(_("what"), max_length=10, choices=Reading)
    kind = models.CharField(_("kind of record"), max_length=60)
    object_id = models.BigIntegerField(_("number of the record"), null=True, blank=True)

    class Meta:
        verbose_name = _("access to personal data")
        verbose_name_plural = _("accesses to personal data")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["kind", "object_id", "-id"], name="access_by_object"),
            models.Index(fields=["by", "-id"], name="access_by_person"),
            models.Index(fields=["at", "id"], name="access_by_moment"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["by", "on", "kind", "object_id"],
                condition=models.Q(what="opened"),
                name="access_opened_once_a_day",
            ),
            models.CheckConstraint(condition=models.Q(what__in=Reading.values), name="access_what_known"),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} {self.what} {self.kind} {self.object_id or ''}"


class Privacy(models.Model):
    """Who answers for personal data, and for how many months what is kept: one row, number 1. No number: for ever."""

    operator = models.CharField(_("operator (controller)"), max_length=300, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    responsible = models.CharField(_("who answers for personal data"), max_length=300, blank=True)
    contact = models.CharField(_("how to reach him"), max_length=300, blank=True)
    months = models.JSONField(_("months that each kind is kept"), default=dict, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("changed by")
    )

    class Meta:
        verbose_name = _("rules of personal data")
        verbose_name_plural = _("rules of personal data")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(pk=1), name="privacy_one_row")
        ]

    def __str__(self) -> str:
        return self.operator
