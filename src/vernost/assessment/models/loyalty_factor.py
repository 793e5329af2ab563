from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import FactorArea, FactorKind, Met
from vernost.assessment.wording.loyalty import FACTORS
from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class LoyaltyFactor(Removable):
    """Something on which loyalty hangs, for the whole company. A shipped one has a `code` and, until somebody words it
    anew, no `name`: its words are translated.
    """

    code = models.CharField(_("code"), max_length=20, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=FactorKind)
    area = models.CharField(_("area of contact"), max_length=10, choices=FactorArea)

    class Meta:
        verbose_name = _("factor of loyalty")
        verbose_name_plural = _("factors of loyalty")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="loyalty_factor_code_unique"
            ),
            models.CheckConstraint(condition=~Q(code="", name=""), name="loyalty_factor_has_name"),
            models.CheckConstraint(condition=Q(kind__in=FactorKind.values), name="loyalty_factor_kind_known"),
            models.CheckConstraint(condition=Q(area__in=FactorArea.values), name="loyalty_factor_area_known"),
        ]

    def __str__(self) -> str:
        return self.name or gettext(FACTORS.get(self.code, self.code))


class FactorMark(Sampled, Removable):
    """What we know of a factor at one client, from whom; the next mark on it ends this one (`over_at`)."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="factor_marks", verbose_name=_("client"), db_index=False
    )
    factor = models.ForeignKey(
        LoyaltyFactor, models.PROTECT, related_name="marks", verbose_name=_("factor of loyalty")
    )
    state = models.CharField(_("state"), max_length=10, choices=Met)
    noted_on = models.DateField(_("noted on"))
    source = models.CharField(_("from whom we know"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noted by")
    )
    over_at = models.DateTimeField(_("over since"), null=True, blank=True)

    class Meta:
        verbose_name = _("mark on a factor")
        verbose_name_plural = _("marks on factors")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-noted_on", "-id"], name="factor_mark_by_client")
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "factor"],
                condition=Q(over_at=None, deleted_at=None),
                name="factor_mark_one_holds",
            ),
            models.CheckConstraint(condition=Q(state__in=Met.values), name="factor_mark_state_known"),
            models.CheckConstraint(condition=~Q(source=""), name="factor_mark_has_source"),
        ]

    def __str__(self) -> str:
        return f"{self.factor}: {self.state}"
