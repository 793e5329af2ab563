from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Removable, Sampled
from vernost.programmes.models.idea import Idea


class Remark(Sampled, Removable):
    """What somebody says in the discussion of an idea."""

    idea = models.ForeignKey(
        Idea, models.CASCADE, related_name="remarks", verbose_name=_("idea"), db_index=False
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author")
    )
    said_at = models.DateTimeField(_("when"))
    text = models.TextField(_("remark"))

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["idea", "said_at", "id"], name="remark_by_idea")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(text=""), name="remark_has_text")
        ]

    def __str__(self) -> str:
        return self.text[:80]
