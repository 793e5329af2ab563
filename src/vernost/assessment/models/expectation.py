from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Aspect
from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class Expectation(Sampled, Removable):
    """How much a client expects of one thing and how we do, 1–10, on a day; `given` is empty where he did not say."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="expectations", verbose_name=_("client"), db_index=False
    )
    aspect = models.CharField(_("what"), max_length=12, choices=Aspect)
    noted_on = models.DateField(_("noted on"))
    wanted = models.PositiveSmallIntegerField(_("expects, 1–10"))
    given = models.PositiveSmallIntegerField(_("we do, 1–10"), null=True, blank=True)
    source = models.CharField(_("from whom we know"), max_length=300)

    class Meta:
        verbose_name = _("expectation")
        verbose_name_plural = _("expectations")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "aspect", "noted_on"],
                condition=Q(deleted_at=None),
                name="expectation_one_a_day",
            ),
            models.CheckConstraint(condition=Q(aspect__in=Aspect.values), name="expectation_aspect_known"),
            models.CheckConstraint(condition=Q(wanted__range=(1, 10)), name="expectation_wanted_1_to_10"),
            models.CheckConstraint(condition=Q(given__range=(1, 10)), name="expectation_given_1_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.aspect}: {self.wanted}/{self.given}"

    @property
    def gap(self) -> int | None:
        """How much less we do than is expected; not negative where we do more."""
        return None if self.given is None else max(self.wanted - self.given, 0)
