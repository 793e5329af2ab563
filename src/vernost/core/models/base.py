"""What many records share."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sampled(models.Model):
    """A record that may belong to the demo company and is removed with it."""

    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    class Meta:
        abstract = True


class Removable(models.Model):
    """A record that goes into the recycle bin first; queries leave it out (`deleted_at` is not empty)."""

    deleted_at = models.DateTimeField(_("put into the recycle bin"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True


def removed_index(name: str) -> models.Index:
    """For tables of which a company has many rows: the recycle bin finds the few removed ones without going through."""
    condition = models.Q(deleted_at__isnull=False)
    return models.Index(fields=["-deleted_at", "-id"], condition=condition, name=f"{name}_removed")


class Concluded(models.Model):
    """A row that a judgement wrote and will write again: nobody's work, so that it holds no client back.

    `BY_HAND` finds the rows in which a person has said something since; those count as a person's work.
    """

    BY_HAND: ClassVar[models.Q | None] = None

    class Meta:
        abstract = True
