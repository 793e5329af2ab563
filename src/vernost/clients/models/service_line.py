from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Sampled


class ServiceLine(Sampled):
    """A kind of goods or service that we sell."""

    name = models.CharField(_("name"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("service line")
        verbose_name_plural = _("service lines")

    def __str__(self) -> str:
        return self.name
