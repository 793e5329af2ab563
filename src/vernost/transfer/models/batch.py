from typing import Any, ClassVar

from django.db import models

from vernost.transfer.models.run import ImportRun


class ImportBatch(models.Model):
    """What one chunk of a run changed, kept small for the undo.

    `changes` is a list of [model's label, number, null for a new record or {column: [before, after]} in JSON values];
    the chunk's rows begin after `number`.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="batches")
    number = models.PositiveBigIntegerField()
    changes = models.JSONField(default=list)
    undone = models.BooleanField(default=False)

    class Meta:
        verbose_name = "import batch"
        verbose_name_plural = "import batches"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["run", "number"], name="import_batch_once")
        ]

    def __str__(self) -> str:
        return f"{self.run_id} #{self.number}"
