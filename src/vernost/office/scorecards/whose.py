"""Whose scorecard it is: of the company, a team, a person; 404 for one that is not the person's to see."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.core.models import User
from vernost.programmes.enums import GoalScope
from vernost.programmes.queries.scorecard import people_visible_to, teams_visible_to


@dataclass(frozen=True)
class Whose:
    """`people` are those whose work it tells of; `team` that of the person."""

    scope: GoalScope
    subject: int
    title: str
    people: QuerySet[User]
    team: int | None = None

    @property
    def address(self) -> str:
        return reverse(f"{self.scope}_scorecard", args=[self.subject] if self.subject else [])


def company() -> Whose:
    return Whose(GoalScope.COMPANY, 0, _("The whole company"), User.objects.filter(is_active=True))


def team_for(user: User, pk: int) -> Whose:
    team = teams_visible_to(user).filter(pk=pk).first()
    if team is None:
        raise Http404
    return Whose(GoalScope.TEAM, team.pk, team.name, User.objects.filter(is_active=True, team=team))


def person_for(user: User, pk: int) -> Whose:
    """One's own, those of one's team for its head, everybody's for a director."""
    person = people_visible_to(user).filter(pk=pk).first()
    if person is None:
        raise Http404
    people = User.objects.filter(pk=person.pk)
    return Whose(GoalScope.PERSON, person.pk, person.name, people, person.team_id)
