from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import TaskState
from vernost.assessment.models.case import Case
from vernost.clients.models import Client
from vernost.core.models.base import Concluded, Removable, removed_index


class Task(Concluded, Removable):
    """Something that one of our people is to do for a client by a day; most come from the playbook of a case."""

    # Added by hand, or done: those of a playbook stand at places below 100.
    BY_HAND: ClassVar[Q | None] = Q(place__gte=100) | Q(done_at__isnull=False)

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="tasks", verbose_name=_("client"), db_index=False
    )
    case = models.ForeignKey(
        Case,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("case"),
        db_index=False,
    )
    place = models.PositiveSmallIntegerField(_("place"), default=0)
    title = models.CharField(_("what to do"), max_length=200)
    advice = models.TextField(_("how"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("who does it"),
        db_index=False,
    )
    due_on = models.DateField(_("due"))
    optional = models.BooleanField(_("may be left out"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=TaskState, default=TaskState.OPEN)
    done_at = models.DateTimeField(_("done or skipped"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by whom"),
    )
    skipped_because = models.CharField(_("why skipped"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        indexes: ClassVar[list[Any]] = [
            removed_index("task"),
            models.Index(
                fields=["person", "due_on", "id"],
                condition=Q(state="open", deleted_at=None),
                name="task_by_person",
            ),
            models.Index(
                fields=["due_on", "id"], condition=Q(state="open", deleted_at=None), name="task_by_due_day"
            ),
            models.Index(fields=["case", "place", "id"], name="task_by_case"),
            models.Index(fields=["client", "-id"], name="task_by_client"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(state__in=TaskState.values), name="task_state_known"),
            models.CheckConstraint(
                condition=Q(state="open") | Q(done_at__isnull=False), name="task_ended_has_moment"
            ),
            models.CheckConstraint(
                condition=~Q(state="skipped") | ~Q(skipped_because=""), name="task_skipped_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title
