"""Who the person of a session is, read by a prepared query: every page asks for him."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from vernost.core.models import User
from vernost.core.queries.prepared import Prepared

_BY_NUMBER = Prepared(lambda number: User.objects.filter(pk=number))


class People(AuthenticationBackend):
    def get_user(self, user_id: Any) -> User | None:
        found: User | None = _BY_NUMBER.record(int(user_id))
        return found if found and self.user_can_authenticate(found) else None
