from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Sampled


class Segment(Sampled):
    """A target group of clients, with the person who answers for it."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="segments",
        verbose_name=_("owner"),
    )

    class Meta:
        verbose_name = _("segment")
        verbose_name_plural = _("segments")

    def __str__(self) -> str:
        return self.name
