from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import ClientKind
from vernost.clients.models.segment import Segment
from vernost.core.addresses import address
from vernost.core.models.base import Removable, Sampled
from vernost.core.models.indexes import SortIndex


class Client(Sampled, Removable):
    """A company or a person we serve or want to serve.

    `search_text`, `last_ordered_on` and `last_contact_at` are kept by the actions, for lists and search.
    A merged client stays as a row whose `merged_into` tells where its history went.
    """

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=ClientKind, default=ClientKind.COMPANY)
    code = models.CharField(_("external code"), max_length=100, blank=True)
    tax_id = models.CharField(_("tax id"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    industry = models.CharField(_("industry"), max_length=200, blank=True)
    founded_on = models.DateField(_("founded"), null=True, blank=True)
    since_on = models.DateField(_("client since"), null=True, blank=True)
    segment = models.ForeignKey(
        Segment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="clients",
        verbose_name=_("segment"),
        db_index=False,
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="clients",
        verbose_name=_("owner"),
        db_index=False,
    )
    referred_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="referred",
        verbose_name=_("recommended by"),
    )

    peculiarities = models.TextField(_("peculiarities"), blank=True)
    why_us = models.TextField(_("why they buy from us"), blank=True)
    likes = models.TextField(_("what they like"), blank=True)
    dislikes = models.TextField(_("what they dislike"), blank=True)
    expects = models.TextField(_("what they expect"), blank=True)
    why_not_all = models.TextField(_("why they do not buy everything from us"), blank=True)

    strategic = models.BooleanField(_("strategic"), default=False)
    promising = models.BooleanField(_("promising"), default=False)
    compelled = models.BooleanField(_("stays by compulsion"), default=False)
    business_stability = models.PositiveSmallIntegerField(
        _("stability of the business, 1–5"), null=True, blank=True
    )
    values_fit = models.PositiveSmallIntegerField(_("likeness of values, 1–5"), null=True, blank=True)

    ended_on = models.DateField(_("relationship ended"), null=True, blank=True)
    ended_reason = models.CharField(_("reason of the ending"), max_length=500, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
        editable=False,
    )
    created_at = models.DateTimeField(_("created"), editable=False)
    last_ordered_on = models.DateField(_("last order"), null=True, blank=True, editable=False)
    last_contact_at = models.DateTimeField(_("last contact"), null=True, blank=True, editable=False)
    search_text = models.TextField(default="", blank=True, editable=False)

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset({"search_text", "last_ordered_on", "last_contact_at"})

    class Meta:
        verbose_name = _("client")
        verbose_name_plural = _("clients")
        # Each list order has an index that ends in id, so that a page is read and not sorted.
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["name", "id"], condition=Q(deleted_at=None), name="client_by_name"),
            models.Index(
                fields=["owner", "name", "id"], condition=Q(deleted_at=None), name="client_by_owner"
            ),
            models.Index(
                fields=["segment", "name", "id"], condition=Q(deleted_at=None), name="client_by_segment"
            ),
            models.Index(fields=["industry", "id"], condition=Q(deleted_at=None), name="client_by_industry"),
            SortIndex(fields=["since_on", "id"], condition=Q(deleted_at=None), name="client_by_since"),
            SortIndex(
                fields=["last_ordered_on", "id"], condition=Q(deleted_at=None), name="client_by_last_order"
            ),
            SortIndex(
                fields=["last_contact_at", "id"], condition=Q(deleted_at=None), name="client_by_last_contact"
            ),
            models.Index(fields=["kind", "name", "id"], condition=Q(deleted_at=None), name="client_by_kind"),
            models.Index(
                fields=["name", "id"], condition=Q(deleted_at=None, strategic=True), name="client_strategic"
            ),
            models.Index(fields=["id"], condition=Q(deleted_at__isnull=False), name="client_removed"),
            models.Index(fields=["tax_id"], condition=~Q(tax_id=""), name="client_by_tax_id"),
            models.Index(fields=["email"], condition=~Q(email=""), name="client_by_email"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code="") & Q(deleted_at=None), name="client_code_unique"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="client_has_name"),
            models.CheckConstraint(condition=Q(kind__in=ClientKind.values), name="client_kind_known"),
            models.CheckConstraint(
                condition=Q(business_stability__range=(1, 5)), name="client_business_stability_1_to_5"
            ),
            models.CheckConstraint(condition=Q(values_fit__range=(1, 5)), name="client_values_fit_1_to_5"),
            models.CheckConstraint(
                condition=Q(ended_reason="") | Q(ended_on__isnull=False), name="client_reason_has_end"
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="client_not_merged_into_itself"),
            models.CheckConstraint(condition=~Q(referred_by=F("id")), name="client_not_referred_by_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("client", self.pk)
