from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Asks, Subject
from vernost.assessment.models.decision import Decision
from vernost.clients.models import Client
from vernost.core.models.base import Concluded


class Question(Concluded):
    """What waits for a person's decision. Worked out anew from assessments and decisions (actions/question.py), so
    that lists and counts read it by index.

    `stood` is the value that holds or held by the last decision, empty where there is none.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="questions", verbose_name=_("client"), db_index=False
    )
    subject = models.CharField(_("on what"), max_length=10, choices=Subject)
    asks = models.CharField(_("why it is asked"), max_length=10, choices=Asks)
    decision = models.ForeignKey(
        Decision, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("decision")
    )
    stood = models.CharField(_("decided"), max_length=12, blank=True)
    proposed = models.CharField(_("the program proposes"), max_length=12)
    since_on = models.DateField(_("asked since"))

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["since_on", "id"], name="question_by_day")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["client", "subject"], name="question_one_a_subject"),
            models.CheckConstraint(condition=Q(asks__in=Asks.values), name="question_asks_known"),
            models.CheckConstraint(condition=Q(subject__in=Subject.values), name="question_subject_known"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.asks}"
