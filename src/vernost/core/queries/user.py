from django.db.models import QuerySet

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared

_NAMED = User.objects.order_by("name").values_list("pk", "name")
_OF_ALL = Prepared(lambda: _NAMED.all())
_OF_TEAM = Prepared(lambda team: _NAMED.filter(team=team))
_ACTIVE_OF_ALL = Prepared(lambda: _NAMED.filter(is_active=True))
_ACTIVE_OF_TEAM = Prepared(lambda team: _NAMED.filter(is_active=True, team=team))


def people_at_work() -> QuerySet[User]:
    """Whoever may log in, by name."""
    return User.objects.filter(is_active=True).order_by("name")


def owners_for(user: User) -> QuerySet[User]:
    """People to whom `user` may give a client, by name."""
    people = people_at_work()
    match scope_of(user, Action.CREATE_CLIENT):
        case Scope.ALL:
            return people
        case Scope.TEAM:
            return people.filter(team_id=user.team_id) if user.team_id else people.filter(pk=user.pk)
        case Scope.OWN:
            return people.filter(pk=user.pk)
        case _:
            return people.none()


def owner_choices(user: User) -> list[tuple[str, str]]:
    """(number, name) of those of `owners_for`."""
    match scope_of(user, Action.CREATE_CLIENT):
        case Scope.ALL:
            people = _ACTIVE_OF_ALL.rows()
        case Scope.TEAM if user.team_id:
            people = _ACTIVE_OF_TEAM.rows(user.team_id)
        case Scope.NONE:
            people = []
        case _:
            people = [(user.pk, user.name)]
    return [(str(pk), name) for pk, name in people]


def owners_of_clients(user: User) -> list[tuple[str, str]]:
    """(number, name) of people whose clients `user` may see, by name; switched off ones too."""
    match scope_of(user, Action.VIEW_CLIENT):
        case Scope.ALL:
            seen = _OF_ALL.rows()
        case Scope.TEAM if user.team_id:
            seen = _OF_TEAM.rows(user.team_id)
        case _:
            seen = [(user.pk, user.name)]
    return [(str(pk), name) for pk, name in seen]
