from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import HandoverKind
from vernost.care.models.touch import Touch
from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class Handover(Sampled, Removable):
    """A client passes from one of our people to another, who ticks everything that was open before it is finished."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="handovers", verbose_name=_("client"), db_index=False
    )
    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who hands over")
    )
    taker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who takes over")
    )
    reason = models.CharField(_("reason"), max_length=500)
    begun_on = models.DateField(_("begun"))
    introduction = models.ForeignKey(
        Touch, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("introduction")
    )
    finished_on = models.DateField(_("finished"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-begun_on", "-id"], name="handover_by_day"),
            models.Index(fields=["client", "-id"], name="handover_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(finished_on=None, deleted_at=None), name="handover_one_open"
            ),
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="handover_to_another"),
            models.CheckConstraint(condition=~Q(reason=""), name="handover_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.begun_on}"

    def get_absolute_url(self) -> str:
        return reverse("handover", args=[self.pk])


class HandoverItem(Removable):
    """One open thing: the record `number` of the kind, or the client itself. `moved`: it has a new responsible now."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="items", verbose_name=_("hand-over"))
    kind = models.CharField(_("what"), max_length=14, choices=HandoverKind)
    number = models.BigIntegerField(_("number of the record"))
    place = models.PositiveSmallIntegerField(_("place"))
    moved = models.BooleanField(_("has a new responsible"), default=False)
    taken_on = models.DateField(_("taken over"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("item of a hand-over")
        verbose_name_plural = _("items of hand-overs")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["handover", "kind", "number"], name="handover_item_once"),
            models.CheckConstraint(
                condition=Q(kind__in=HandoverKind.values), name="handover_item_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
