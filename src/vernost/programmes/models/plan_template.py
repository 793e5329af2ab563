from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Removable


class PlanTemplate(Removable):
    """A plan to begin from, where the company wrote its own or changed a shipped one (`code`, templates.py).

    `aims` are lines of text. `kpis`: {measure, how, by}. `actions`: {what, kind, days, level}: `days` from the first
    day of the plan, `level` of the contact or empty.
    """

    code = models.CharField(max_length=20, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    advice = models.TextField(_("when to take it"), blank=True)
    aims = models.JSONField(_("aims"), default=list)
    kpis = models.JSONField(_("numbers"), default=list)
    actions = models.JSONField(_("actions"), default=list)

    class Meta:
        verbose_name = _("template of plans")
        verbose_name_plural = _("templates of plans")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code="") & Q(deleted_at=None), name="plan_template_code_unique"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="plan_template_has_name"),
        ]

    def __str__(self) -> str:
        return self.name
