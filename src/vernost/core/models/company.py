from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import Language
from vernost.core.models.fields import CurrencyField


class CompanySettings(models.Model):
    """The company that uses the installation: one row, number 1."""

    name = models.CharField(_("name of the company"), max_length=200)
    currency = CurrencyField(_("currency"), default="RUB")
    language = models.CharField(_("language"), max_length=5, choices=Language, default=Language.RUSSIAN)
    method = models.JSONField(_("settings of the method"), default=dict, blank=True)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(pk=1), name="company_settings_one_row")
        ]

    def __str__(self) -> str:
        return self.name
