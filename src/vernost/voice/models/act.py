from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.voice.enums import ActKind
from vernost.voice.models.interaction import Interaction


class Act(Sampled, Removable):
    """A single act of a client that says more than orders do."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="acts", verbose_name=_("client"))
    happened_on = models.DateField(_("day"))
    kind = models.CharField(_("what"), max_length=30, choices=ActKind)
    note = models.TextField(_("note"), blank=True)
    interaction = models.ForeignKey(
        Interaction, models.SET_NULL, null=True, blank=True, related_name="acts", verbose_name=_("noted in")
    )

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        indexes: ClassVar[list[Any]] = [removed_index("act")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(kind__in=ActKind.values), name="act_kind_known")
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
