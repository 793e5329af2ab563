from typing import Any, ClassVar

from django.db import models


class RememberedPlan(models.Model):
    """The decisions of the last import of a kind with these headers, offered at the next one."""

    kind = models.CharField(max_length=20)
    headers_digest = models.CharField(max_length=64)
    plan = models.JSONField(default=dict)
    used_at = models.DateTimeField()

    class Meta:
        verbose_name = "remembered plan"
        verbose_name_plural = "remembered plans"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["kind", "headers_digest"], name="remembered_plan_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.headers_digest[:8]}"
