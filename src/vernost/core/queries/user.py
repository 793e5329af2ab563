from django.db.models import QuerySet

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def owners_for(user: User) -> QuerySet[User]:
    """People to whom `user` may give a client, by name."""
    people = User.objects.filter(is_active=True).order_by("name")
    match scope_of(user, Action.CREATE_CLIENT):
        case Scope.ALL:
            return people
        case Scope.TEAM:
            return people.filter(team_id=user.team_id) if user.team_id else people.filter(pk=user.pk)
        case Scope.OWN:
            return people.filter(pk=user.pk)
        case _:
            return people.none()


def owners_of_clients(user: User) -> list[tuple[str, str]]:
    """(number, name) of people whose clients `user` may see, by name; switched off ones too."""
    people = User.objects.order_by("name")
    match scope_of(user, Action.VIEW_CLIENT):
        case Scope.ALL:
            seen = people
        case Scope.TEAM if user.team_id:
            seen = people.filter(team_id=user.team_id)
        case _:
            seen = people.filter(pk=user.pk)
    return [(str(pk), name) for pk, name in seen.values_list("pk", "name")]
