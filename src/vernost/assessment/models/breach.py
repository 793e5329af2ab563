from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.enums import Face
from vernost.core.models.base import Concluded, Removable, Sampled


class Breach(Sampled, Removable, Concluded):
    """Something that a client got beyond the policy. An exception has somebody who answers for it and says why.

    `kind` and `object_id` name the record as the audit log does; `found` and `allowed` are in the unit of `code`
    (wording/policy.py).
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="breaches", verbose_name=_("client"), db_index=False
    )
    gate = models.CharField(_("where"), max_length=30)
    code = models.CharField(_("what speaks against it"), max_length=30)
    kind = models.CharField(_("kind of record"), max_length=60)
    object_id = models.BigIntegerField(_("number of the record"))
    object_name = models.CharField(_("record"), max_length=300)
    happened_on = models.DateField(_("day"))
    found = models.DecimalField(_("found"), max_digits=18, decimal_places=2, null=True, blank=True)
    allowed = models.DecimalField(_("allowed"), max_digits=18, decimal_places=2, null=True, blank=True)
    face = models.CharField(_("from where"), max_length=10, choices=Face)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who answers for it"),
    )
    answered_at = models.DateTimeField(_("when it was allowed"), null=True, blank=True)
    why = models.CharField(_("why"), max_length=500, blank=True)

    BY_HAND: ClassVar[Q | None] = ~Q(why="")

    class Meta:
        verbose_name = _("breach of the policy")
        verbose_name_plural = _("breaches of the policy")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-happened_on", "-id"], condition=Q(deleted_at=None), name="breach_by_day"),
            models.Index(fields=["client", "-happened_on", "-id"], name="breach_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "code"],
                condition=Q(deleted_at=None),
                name="breach_once_a_record",
            ),
            models.CheckConstraint(condition=Q(face__in=Face.values), name="breach_face_known"),
            models.CheckConstraint(
                condition=Q(answered_by=None, why="")
                | Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(why=""),
                name="breach_answer_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.object_name}"
