from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import JobState


class Job(models.Model):
    """A piece of background work. A running job whose `lease_until` has passed is free to be taken up again."""

    task = models.CharField(_("task"), max_length=200)
    arguments = models.JSONField(_("arguments"), default=dict)
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.QUEUED)
    priority = models.SmallIntegerField(_("priority"), default=0)
    run_after = models.DateTimeField(_("not before"))
    created_at = models.DateTimeField(_("asked for"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    worker = models.CharField(_("worker"), max_length=60, blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    done = models.PositiveBigIntegerField(_("done"), default=0)
    total = models.PositiveBigIntegerField(_("of"), default=0)
    message = models.CharField(_("message"), max_length=300, blank=True)
    result = models.JSONField(_("result"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["-priority", "run_after", "id"],
                condition=models.Q(state__in=["queued", "running"]),
                name="job_to_claim",
            ),
            models.Index(fields=["created_by", "-id"], name="job_by_person"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(
                condition=~models.Q(state="running") | models.Q(lease_until__isnull=False),
                name="job_running_has_lease",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["queued", "running"]) | models.Q(finished_at__isnull=False),
                name="job_finished_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} #{self.pk}"
