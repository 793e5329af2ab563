from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import LetterPurpose
from vernost.core.models.base import Removable


class LetterTemplate(Removable):
    """A letter with places in braces (care/letters/places.py), in one of our languages or both."""

    name = models.CharField(_("name"), max_length=100)
    purpose = models.CharField(_("what it is for"), max_length=12, choices=LetterPurpose)
    subject_ru = models.CharField(_("subject, in Russian"), max_length=300, blank=True)
    body_ru = models.TextField(_("text, in Russian"), blank=True)
    subject_en = models.CharField(_("subject, in English"), max_length=300, blank=True)
    body_en = models.TextField(_("text, in English"), blank=True)

    class Meta:
        verbose_name = _("letter template")
        verbose_name_plural = _("letter templates")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(deleted_at=None), name="letter_template_name_unique"
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=LetterPurpose.values), name="letter_template_purpose_known"
            ),
            models.CheckConstraint(
                condition=(~Q(subject_ru="") & ~Q(body_ru="")) | (~Q(subject_en="") & ~Q(body_en="")),
                name="letter_template_has_text",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("letter_template", args=[self.pk])
