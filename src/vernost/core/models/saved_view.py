from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import Sharing


class SavedView(models.Model):
    """An address of a list under a name: filters, columns, order and grouping are all in `query`."""

    list_name = models.CharField(max_length=30)
    name = models.CharField(_("name"), max_length=100)
    query = models.TextField(blank=True)
    sharing = models.CharField(_("for whom"), max_length=10, choices=Sharing, default=Sharing.PRIVATE)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["owner", "list_name", "name"], name="saved_view_name_unique"),
            models.CheckConstraint(
                condition=models.Q(sharing__in=Sharing.values), name="saved_view_sharing_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name
