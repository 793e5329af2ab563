from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Over, Subject
from vernost.assessment.wording import judgement
from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class Decision(Sampled, Removable):
    """A person's word on a client's group, stage or level; `proposed` is what the program said then.

    It holds up to and with `until_on`. Run out it stays the last word, now as a question, until somebody answers
    (`over_at`): a decision never vanishes overnight.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="decisions", verbose_name=_("client"), db_index=False
    )
    subject = models.CharField(_("on what"), max_length=10, choices=Subject)
    proposed = models.CharField(_("the program proposed"), max_length=12)
    decided = models.CharField(_("decided"), max_length=12)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    until_on = models.DateField(_("holds until"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"))
    over_why = models.CharField(_("why it is over"), max_length=10, choices=Over, blank=True)
    over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ended by"),
    )
    over_at = models.DateTimeField(_("over since"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-decided_at", "-id"], name="decision_by_client"),
            models.Index(
                fields=["until_on", "id"], condition=Q(over_at=None, deleted_at=None), name="decision_by_end"
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["client", "subject"],
                condition=Q(over_at=None, deleted_at=None),
                name="decision_one_last_word",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") | Q(decided=F("proposed")), name="decision_override_has_reason"
            ),
            models.CheckConstraint(condition=Q(subject__in=Subject.values), name="decision_subject_known"),
            models.CheckConstraint(
                condition=Q(over_at=None, over_why="", over_by=None)
                | Q(over_at__isnull=False, over_why__in=Over.values, over_by__isnull=False),
                name="decision_over_said_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.decided}"

    def get_decided_display(self) -> str:
        return gettext(judgement.BY_SUBJECT[self.subject][self.decided])

    def get_proposed_display(self) -> str:
        return gettext(judgement.BY_SUBJECT[self.subject][self.proposed])

    @property
    def overrides(self) -> bool:
        """Whether the person said otherwise than the program did then."""
        return self.decided != self.proposed

    def holds_on(self, day: date) -> bool:
        return self.over_at is None and self.deleted_at is None and day <= self.until_on
