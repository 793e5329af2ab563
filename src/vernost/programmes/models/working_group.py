from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Removable, Sampled


class WorkingGroup(Sampled, Removable):
    """People of ours from any team who mend one thing together (S2)."""

    name = models.CharField(_("name"), max_length=200)
    task = models.TextField(_("what it is for"), blank=True)

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(deleted_at=None), name="working_group_name_unique"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="working_group_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Sampled, Removable):
    """One person in a working group."""

    group = models.ForeignKey(
        WorkingGroup,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("working group"),
        db_index=False,
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("member of a working group")
        verbose_name_plural = _("members of working groups")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["group", "person"], name="membership_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} @ {self.group_id}"
