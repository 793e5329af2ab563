from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.core.models import Job
from vernost.transfer.enums import RunState


class ImportRun(models.Model):
    """One file on its way in.

    `token` names its folder (transfer/storage.py) and its entries in the audit log. `plan` is what the person decided
    (transfer/plan.py). `bookmark` is the last staged row whose changes are in the database: both are written in one
    transaction. `expected` counts the outcomes of the dry run, `counts` those of the import.
    """

    token = models.CharField(max_length=40, unique=True, editable=False)
    kind = models.CharField(_("what it is"), max_length=20, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.COLUMNS)
    file_name = models.CharField(_("file"), max_length=300)
    file_size = models.PositiveBigIntegerField(_("size"))
    digest = models.CharField(max_length=64)
    layout = models.JSONField(default=dict)
    plan = models.JSONField(default=dict)
    unknown = models.JSONField(default=dict)
    problem = models.JSONField(default=dict)
    total = models.PositiveBigIntegerField(default=0)
    bookmark = models.PositiveBigIntegerField(default=0)
    expected = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    conflicts = models.JSONField(default=list)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    created_at = models.DateTimeField(_("uploaded"))
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    undone_at = models.DateTimeField(_("taken back"), null=True)

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"layout", "unknown", "problem", "conflicts"})

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        indexes: ClassVar[list[Any]] = [models.Index(fields=["created_by", "-id"], name="import_by_person")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="import_state_known")
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import_run", args=[self.pk])
