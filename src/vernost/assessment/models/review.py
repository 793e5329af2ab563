from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Answer, ReviewKind
from vernost.clients.models import Client
from vernost.core.models.base import Sampled


class Review(Sampled):
    """A walk through the clients that one owner had when it began; what changed is counted from `since_on`."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reviews", verbose_name=_("whose clients")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=ReviewKind)
    since_on = models.DateField(_("changes since"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("started by")
    )
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(finished_at=None), name="review_one_open_an_owner"
            ),
            models.CheckConstraint(condition=Q(kind__in=ReviewKind.values), name="review_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("review", args=[self.pk])


class ReviewItem(models.Model):
    """One client of a review, at its `place` in the walk."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="items", verbose_name=_("review"))
    client = models.ForeignKey(Client, models.CASCADE, related_name="review_items", verbose_name=_("client"))
    place = models.PositiveIntegerField(_("place"))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, default=Answer.WAITING)
    note = models.TextField(_("note"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("client of a review")
        verbose_name_plural = _("clients of reviews")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["review", "client"], name="review_item_one_a_client"),
            models.UniqueConstraint(fields=["review", "place"], name="review_item_one_a_place"),
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="review_item_answer_known"),
        ]

    def __str__(self) -> str:
        return f"{self.client}: {self.answer}"
