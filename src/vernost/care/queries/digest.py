from datetime import date

from vernost.care.models import DigestChoice
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_of

_MOST = 40


def wants_digest(person: User) -> bool:
    """Who has said nothing wants it."""
    return not DigestChoice.objects.filter(person=person, wanted=False).exists()


def needs_for(person: User, as_of: date) -> list[Need]:
    """As his page Today: his own clients, or all that he sees when he owns none."""
    if scope_of(person, Action.VIEW_CLIENT) is Scope.NONE:
        return []
    owns = person.clients.filter(deleted_at=None).exists()
    owner = person if owns or scope_of(person, Action.VIEW_CLIENT) is Scope.OWN else None
    money = scope_of(person, Action.VIEW_MONEY) is not Scope.NONE
    return needs_of(Question(person, owner, as_of, as_of, money, _MOST))
