"""Goals of the demo's company: on track, at risk, reached, over and closed; and the numbers of the scorecards."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from vernost.cli.demo.words.goals import GOALS, Goals
from vernost.clients.models import Segment
from vernost.core.enums import Face, Language, Role
from vernost.core.models import User
from vernost.programmes.actions.counting import count_everything
from vernost.programmes.actions.goal import change_goal, close_goal, note_on_goal, set_goal
from vernost.programmes.actions.goal_count import count_goals
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.models import Goal
from vernost.programmes.queries.monthly_value import value_on

_DAY = timedelta(days=1)
_PLACES = Decimal("0.1")


def make_goals(language: Language, at: datetime, today: date) -> None:
    said = GOALS[language]
    director = User.objects.filter(role=Role.DIRECTOR).order_by("pk")[0]
    owners = list(User.objects.filter(is_sample=True, clients__isnull=False).distinct().order_by("pk"))
    maker = _Maker(said, director, at, today)
    maker.growing(owners[0])
    at_risk = maker.goal("income_kept", said.at_risk, owners[1], ahead=Decimal("1.15"))
    for text, is_decision in ((said.note, False), (said.decision, True)):
        note_on_goal(
            goal=at_risk, on=today - 20 * _DAY, text=text, is_decision=is_decision,
            link="/ideas/1/" if is_decision else "", **maker.stamp,
        )  # fmt: skip
    maker.goal("regular_share", said.reached, director, ahead=Decimal("0.95"))
    person, segment = owners[2], Segment.objects.order_by("pk")[0]
    maker.goal(
        "contacts_in_time",
        said.of_person,
        person,
        ahead=Decimal("1.2"),
        scope=GoalScope.PERSON,
        person=person,
    )
    maker.goal(
        "regular_clients",
        said.of_segment,
        owners[0],
        ahead=Decimal("1.1"),
        scope=GoalScope.SEGMENT,
        segment=segment,
    )
    maker.goal("complaints", said.over, director, ahead=Decimal("0.8"), began=400, ends=-5)
    closed = maker.goal("referrals", said.closed, owners[1], ahead=Decimal("1.3"), began=430, ends=-40)
    close_goal(goal=closed, conclusion=said.conclusion, on=today - 30 * _DAY, **maker.stamp)
    count_everything(on=today)


class _Maker:
    """Targets are taken from the numbers, so that each state has its goal whatever the company did."""

    def __init__(self, said: Goals, director: User, at: datetime, today: date) -> None:
        self._said, self._today = said, today
        self.stamp: dict[str, Any] = {"by": director, "at": at, "face": Face.CLI}

    def goal(
        self,
        measure: str,
        title: str,
        owner: User,
        *,
        ahead: Decimal,
        began: int = 200,
        ends: int = 165,
        **whose: Any,
    ) -> Goal:
        """The target is `ahead` times the number of today, or of the last day of what is over."""
        day = min(self._today, self._today + ends * _DAY)
        subject = whose.get("person") or whose.get("segment")
        value = value_on(measure, whose.get("scope", GoalScope.COMPANY), subject.pk if subject else 0, day)
        target = ((value.number or Decimal(1)) * ahead).quantize(_PLACES)
        goal = set_goal(
            title=title, why=self._said.why, measure=measure, owner=owner, target=max(target, _PLACES),
            better=measure_of(measure).better, starts_on=self._today - began * _DAY,
            ends_on=self._today + ends * _DAY, is_sample=True, **whose, **self.stamp,
        )  # fmt: skip
        count_goals(goals=[goal], on=self._today)
        return goal

    def growing(self, owner: User) -> None:
        """The first measure that grows, with a target that its growth reaches."""
        for measure, title in self._said.on_track:
            goal = self.goal(measure, title, owner, ahead=Decimal("1.5"))
            if goal.now is not None and goal.forecast is not None and goal.forecast > goal.now:
                target = (goal.now + (goal.forecast - goal.now) / 2).quantize(Decimal("0.01"))
                change_goal(goal=goal, target=target, **self.stamp)
                count_goals(goals=[goal], on=self._today)
                return
