from django.db import models
from django.utils.translation import gettext_lazy as _


class Team(models.Model):
    """People whose head sees the clients of all."""

    name = models.CharField(_("name"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    def __str__(self) -> str:
        return self.name
