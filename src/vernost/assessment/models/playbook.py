from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Doer


class Playbook(models.Model):
    """What the company does about a signal, where it differs from what is shipped (wording/playbooks).

    A code without a row here has the shipped one. `opens_from`: the severity from which an assessment opens a case
    (4: never). `reopen_days`: a cause that comes again within so many days opens the old case again.
    """

    code = models.CharField(_("Signal"), max_length=30, unique=True)
    opens_from = models.PositiveSmallIntegerField(_("opens a case from"), default=2)
    reopen_days = models.PositiveSmallIntegerField(_("opens again within, days"), default=60)

    class Meta:
        verbose_name = _("playbook")
        verbose_name_plural = _("playbooks")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(opens_from__range=(1, 4)), name="playbook_opens_from_1_to_4")
        ]

    def __str__(self) -> str:
        return self.code


class PlaybookStep(models.Model):
    """One task of a playbook: what to do, who does it, and how many days after the case was opened."""

    playbook = models.ForeignKey(
        Playbook, models.CASCADE, related_name="steps", verbose_name=_("playbook"), db_index=False
    )
    place = models.PositiveSmallIntegerField(_("place"))
    title = models.CharField(_("what to do"), max_length=200)
    advice = models.TextField(_("how"), blank=True)
    doer = models.CharField(_("who does it"), max_length=10, choices=Doer, default=Doer.OWNER)
    days = models.PositiveSmallIntegerField(_("within, days"))
    optional = models.BooleanField(_("may be left out"), default=False)

    class Meta:
        verbose_name = _("step of a playbook")
        verbose_name_plural = _("steps of playbooks")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["playbook", "place"], name="playbook_step_place_unique"),
            models.CheckConstraint(condition=Q(doer__in=Doer.values), name="playbook_step_doer_known"),
            models.CheckConstraint(condition=~Q(title=""), name="playbook_step_has_title"),
        ]

    def __str__(self) -> str:
        return self.title
