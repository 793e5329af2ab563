from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DigestChoice(models.Model):
    """Whether a person wants the daily digest by mail; who has said nothing gets it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest_choice", verbose_name=_("person")
    )
    wanted = models.BooleanField(_("daily digest by mail"))

    class Meta:
        verbose_name = _("choice of the digest")
        verbose_name_plural = _("choices of the digest")

    def __str__(self) -> str:
        return f"{self.person_id} {self.wanted}"
