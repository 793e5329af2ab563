from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Contact
from vernost.core.models.base import Removable, Sampled, removed_index
from vernost.voice.enums import Measure


class Rating(Sampled, Removable):
    """A mark that a client gave us."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="ratings", verbose_name=_("client"), db_index=False
    )
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who rated")
    )
    rated_on = models.DateField(_("day"))
    measure = models.CharField(_("measure"), max_length=10, choices=Measure)
    value = models.DecimalField(_("mark"), max_digits=4, decimal_places=2)
    note = models.TextField(_("in his own words"), blank=True)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        indexes: ClassVar[list[Any]] = [
            removed_index("rating"),
            models.Index(fields=["client", "-rated_on", "-id"], name="rating_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(measure__in=Measure.values), name="rating_measure_known"),
            models.CheckConstraint(
                condition=Q(measure="nps", value__range=(0, 10)) | ~Q(measure="nps") & Q(value__range=(1, 5)),
                name="rating_value_in_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.value}"
