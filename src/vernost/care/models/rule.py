from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import Purpose, Responsible, Unit
from vernost.core.enums import Role
from vernost.core.models.base import Removable
from vernost.voice.enums import Channel, InteractionKind


class Rule(Removable):
    """One line of the communication standard: what we promise to do, how often or on which day, and who does it.

    Either `times` in every `every` units, or on an `occasion`: a feast's code or an OwnDay. The ideal day is the last
    contact plus the period, or the occasion less `ahead_days`; the latest is `late_days` after it, for an occasion
    never after the occasion itself. Empty lists of groups and levels mean all; empty stages mean all but former
    clients and people who are no clients yet. Of two rules that do not both fit under the cap the one of the lower
    `position` is kept.
    """

    name = models.CharField(_("what"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30, choices=InteractionKind)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose)
    times = models.PositiveSmallIntegerField(_("times"), null=True, blank=True)
    every = models.PositiveSmallIntegerField(_("in every"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, blank=True)
    occasion = models.CharField(_("occasion"), max_length=30, blank=True)
    fixed_month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    fixed_day = models.PositiveSmallIntegerField(_("day of the month"), null=True, blank=True)
    ahead_days = models.PositiveSmallIntegerField(_("days before the occasion"), default=0)
    late_days = models.PositiveSmallIntegerField(_("days from ideal to latest"), default=7)
    responsible = models.CharField(
        _("responsible"), max_length=10, choices=Responsible, default=Responsible.OWNER
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    note = models.TextField(_("note"), blank=True)
    groups = models.JSONField(_("groups"), default=list, blank=True)
    stages = models.JSONField(_("stages"), default=list, blank=True)
    loyalties = models.JSONField(_("levels of loyalty"), default=list, blank=True)
    contact_levels = models.JSONField(_("levels of contacts"), default=list, blank=True)
    is_on = models.BooleanField(_("on"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("rule of the standard")
        verbose_name_plural = _("communication standard")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(name=""), name="rule_has_name"),
            models.CheckConstraint(
                condition=Q(occasion="", times__gte=1, every__gte=1, unit__in=Unit.values)
                | (~Q(occasion="") & Q(times=None, every=None, unit="")),
                name="rule_has_period_or_occasion",
            ),
            models.CheckConstraint(
                condition=~Q(occasion="fixed") | Q(fixed_month__range=(1, 12), fixed_day__range=(1, 31)),
                name="rule_fixed_day_given",
            ),
            models.CheckConstraint(
                condition=Q(responsible__in=Responsible.values), name="rule_responsible_known"
            ),
            models.CheckConstraint(
                condition=~Q(responsible="person") | Q(person__isnull=False), name="rule_person_given"
            ),
            models.CheckConstraint(condition=~Q(responsible="role") | ~Q(role=""), name="rule_role_given"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="rule_purpose_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("rule", args=[self.pk])
