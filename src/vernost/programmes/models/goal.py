from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Segment
from vernost.core.addresses import address
from vernost.core.models import Team
from vernost.core.models.base import Removable, Sampled
from vernost.core.models.fields import MoneyField
from vernost.programmes.enums import GoalScope, GoalState
from vernost.programmes.measures.measure import Better, Unknown


class Goal(Sampled, Removable):
    """Where a measure is to be by a day (K4). Every number is counted from data; the target alone is somebody's word.

    What counts through a period is counted over the year up to the day, so that start, now and end compare. `start` is
    that of the first day, frozen. `now`, the forecast for `ends_on` with its bounds and `state` are kept by the
    counting (actions/goal_count.py), of the day `counted_on`. Closed, `result` is frozen too.
    """

    title = models.CharField(_("goal"), max_length=200)
    why = models.TextField(_("why it matters"), blank=True)
    measure = models.CharField(_("measure"), max_length=30)
    scope = models.CharField(_("whose clients"), max_length=10, choices=GoalScope, default=GoalScope.COMPANY)
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="goals", verbose_name=_("team")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="goals",
        verbose_name=_("person"),
    )  # fmt: skip
    segment = models.ForeignKey(
        Segment, models.PROTECT, null=True, blank=True, related_name="goals", verbose_name=_("segment")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="goals_owned",
        verbose_name=_("who answers for it"),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    better = models.CharField(_("direction"), max_length=4, choices=Better, default=Better.MORE)
    target = MoneyField(_("target"))
    start = MoneyField(_("at the start"), null=True, blank=True)
    start_unknown = models.CharField(max_length=20, choices=Unknown, blank=True, editable=False)
    now = MoneyField(_("now"), null=True, blank=True, editable=False)
    now_unknown = models.CharField(max_length=20, choices=Unknown, blank=True, editable=False)
    forecast = MoneyField(_("forecast"), null=True, blank=True, editable=False)
    forecast_low = MoneyField(_("forecast, from"), null=True, blank=True, editable=False)
    forecast_high = MoneyField(_("forecast, to"), null=True, blank=True, editable=False)
    counted_on = models.DateField(_("counted on"), null=True, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=GoalState, default=GoalState.UNKNOWN, editable=False
    )
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    result = MoneyField(_("result"), null=True, blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)

    NOT_AUDITED: ClassVar[frozenset[str]] = frozenset(
        {
            "start", "start_unknown", "now", "now_unknown", "forecast", "forecast_low", "forecast_high", "counted_on",
            "state",
        }
    )  # fmt: skip

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["ends_on", "id"], condition=Q(deleted_at=None), name="goal_by_end"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(title=""), name="goal_has_title"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="goal_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(state__in=GoalState.values), name="goal_state_known"),
            models.CheckConstraint(condition=Q(better__in=Better.values), name="goal_direction_known"),
            models.CheckConstraint(
                condition=Q(scope="company", team=None, person=None, segment=None)
                | Q(scope="team", team__isnull=False, person=None, segment=None)
                | Q(scope="person", team=None, person__isnull=False, segment=None)
                | Q(scope="segment", team=None, person=None, segment__isnull=False),
                name="goal_scope_said_whole",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, conclusion="", result=None)
                | Q(closed_on__isnull=False) & ~Q(conclusion=""),
                name="goal_closed_has_conclusion",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("goal", self.pk)

    @property
    def subject(self) -> int:
        """Number of the team, the person or the segment; 0 for the company."""
        return self.team_id or self.person_id or self.segment_id or 0

    @property
    def subject_name(self) -> str:
        """Empty for the company."""
        named = self.team or self.person or self.segment
        return str(named) if named else ""
