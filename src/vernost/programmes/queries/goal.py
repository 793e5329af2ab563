from datetime import date, timedelta

from django.db.models import Q, QuerySet

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.programmes.enums import GoalScope, GoalState
from vernost.programmes.measures.measure import money_measures
from vernost.programmes.models import Goal, MonthlyValue
from vernost.programmes.queries.monthly_value import values

# The picture begins so long before a goal: it shows where the number came from.
BEFORE = timedelta(days=365)


def visible_to(user: User) -> QuerySet[Goal]:
    """Goals of the company and of segments are for everybody; a team's for the team, a person's for himself, his head
    and directors; every goal for its owner. Who sees no money sees no goal in money.
    """
    goals = Goal.objects.filter(deleted_at=None)
    if scope_of(user, Action.VIEW_MONEY) is Scope.NONE:
        goals = goals.exclude(measure__in=money_measures())
    common = Q(scope__in=(GoalScope.COMPANY, GoalScope.SEGMENT)) | Q(owner=user) | Q(person=user)
    match scope_of(user, Action.VIEW_SCORECARD):
        case Scope.ALL:
            return goals
        case Scope.TEAM if user.team_id:
            return goals.filter(common | Q(team_id=user.team_id) | Q(person__team_id=user.team_id))
        case _:
            return goals.filter(common | Q(team_id=user.team_id or 0))


def changeable_by(user: User) -> QuerySet[Goal]:
    """Goals that `user` may set, change and remove: a director all, a head those of his team and its people."""
    goals = visible_to(user)
    match scope_of(user, Action.SET_GOAL):
        case Scope.ALL:
            return goals
        case Scope.TEAM if user.team_id:
            return goals.filter(Q(team_id=user.team_id) | Q(person__team_id=user.team_id))
        case _:
            return goals.none()


def open_goals() -> QuerySet[Goal]:
    """Neither closed nor removed, the first to end first."""
    return Goal.objects.filter(deleted_at=None, closed_on=None).order_by("ends_on", "pk")


def worrying(goals: QuerySet[Goal], on: date) -> QuerySet[Goal]:
    """Open ones whose time is over or which are at risk."""
    return goals.filter(closed_on=None).filter(
        Q(ends_on__lt=on) | Q(state__in=(GoalState.AT_RISK, GoalState.MISSED))
    )


def points_of(goal: Goal, until: date | None = None) -> list[MonthlyValue]:
    """Of the picture, oldest first: from a year before the goal to its end."""
    last = min(goal.ends_on, until) if until else goal.ends_on
    found = values(goal.scope, goal.subject, goal.measure, last)
    return [one for one in found if one.counted_on >= goal.starts_on - BEFORE]
