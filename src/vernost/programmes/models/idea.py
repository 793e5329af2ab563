from datetime import date, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.addresses import address
from vernost.core.models.base import Removable, Sampled
from vernost.programmes.enums import IdeaArea, IdeaState
from vernost.programmes.models.working_group import WorkingGroup
from vernost.voice.models import Act

# Whoever has an idea hears of it within so many days.
ANSWER_DAYS = 14


class Idea(Sampled, Removable):
    """What somebody of ours would do better, or a client's suggestion (`act`) taken up.

    Without `author` it was given without a name: neither this row nor the audit log knows whose it is. `answer` is what
    the author is told; `read_at` when he said that he has read it.
    """

    title = models.CharField(_("in a line"), max_length=200)
    text = models.TextField(_("in more words"), blank=True)
    area = models.CharField(_("about"), max_length=10, choices=IdeaArea, default=IdeaArea.OTHER)
    client = models.ForeignKey(
        Client, models.SET_NULL, null=True, blank=True, related_name="ideas", verbose_name=_("client")
    )
    act = models.ForeignKey(
        Act, models.SET_NULL, null=True, blank=True, related_name="ideas",
        verbose_name=_("a client's suggestion"),
    )  # fmt: skip
    group = models.ForeignKey(
        WorkingGroup, models.SET_NULL, null=True, blank=True, related_name="ideas",
        verbose_name=_("working group"),
    )  # fmt: skip
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="ideas",
        verbose_name=_("author"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("since"), editable=False)
    state = models.CharField(_("state"), max_length=10, choices=IdeaState, default=IdeaState.NEW)
    answer = models.TextField(_("answer to the author"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("answered by"),
    )  # fmt: skip
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    read_at = models.DateTimeField(_("read by the author"), null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="ideas_to_do",
        verbose_name=_("who does it"),
    )  # fmt: skip
    due_on = models.DateField(_("done by"), null=True, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)
    effect = models.TextField(_("what came of it"), blank=True)

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-created_at", "-id"], condition=Q(deleted_at=None), name="idea_by_day"),
            models.Index(fields=["state", "created_at"], condition=Q(deleted_at=None), name="idea_by_state"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(title=""), name="idea_has_title"),
            models.CheckConstraint(condition=Q(area__in=IdeaArea.values), name="idea_area_known"),
            models.CheckConstraint(condition=Q(state__in=IdeaState.values), name="idea_state_known"),
            models.CheckConstraint(
                condition=~Q(state__in=("accepted", "done"))
                | Q(responsible__isnull=False, due_on__isnull=False),
                name="idea_accepted_has_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="idea_declined_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False) & ~Q(effect="")
                | ~Q(state="done") & Q(done_on=None),
                name="idea_done_has_day_and_effect",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("idea", self.pk)

    @property
    def answer_due_on(self) -> date:
        return localtime(self.created_at).date() + timedelta(days=ANSWER_DAYS)


class IdeaVote(Sampled, Removable):
    """Somebody thinks that the idea is good. Taken back it is removed; who votes again takes it out of the bin."""

    idea = models.ForeignKey(
        Idea, models.CASCADE, related_name="votes", verbose_name=_("idea"), db_index=False
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("vote for an idea")
        verbose_name_plural = _("votes for ideas")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["idea", "person"], name="idea_vote_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.idea_id}"
