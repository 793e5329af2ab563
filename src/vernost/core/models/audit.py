from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import Face, Verb


class AuditEntry(models.Model):
    """Who did what, when, to which record. The database refuses to change or delete a row (core/append_only.py).

    `kind` is the model's label ("clients.client"); `changes` is {field: [before, after]} in JSON values.
    """

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )
    verb = models.CharField(_("what"), max_length=30, choices=Verb)
    kind = models.CharField(_("kind of record"), max_length=60)
    object_id = models.BigIntegerField(_("number of the record"))
    object_name = models.CharField(_("record"), max_length=300)
    changes = models.JSONField(_("before and after"), default=dict)
    face = models.CharField(_("from where"), max_length=10, choices=Face)
    run = models.CharField(_("run"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["kind", "object_id", "-id"], name="audit_by_object"),
            models.Index(fields=["by", "-id"], name="audit_by_person"),
            models.Index(fields=["run"], condition=~models.Q(run=""), name="audit_by_run"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=models.Q(verb__in=Verb.values), name="audit_verb_known"),
            models.CheckConstraint(condition=models.Q(face__in=Face.values), name="audit_face_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.verb}"


class AuditSeal(models.Model):
    """One link of the chain over the log: `digest` covers the seal before and every entry up to `last_entry_id`.

    Kept apart from the entries, so that writing one never waits for another.
    """

    last_entry_id = models.BigIntegerField(unique=True)
    entry_count = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("audit seal")
        verbose_name_plural = _("audit seals")

    def __str__(self) -> str:
        return self.digest
