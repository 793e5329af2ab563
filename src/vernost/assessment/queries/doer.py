"""Which person a step of a playbook falls to."""

from dataclasses import dataclass

from vernost.assessment.enums import Doer
from vernost.core.enums import Role
from vernost.core.models import User

_ROLES = {
    Doer.HEAD: Role.HEAD_OF_SALES,
    Doer.DIRECTOR: Role.DIRECTOR,
    Doer.MARKETER: Role.MARKETER,
    Doer.SERVICE: Role.SERVICE,
}


@dataclass(frozen=True)
class Staff:
    """Everybody who may log in, read once for many cases."""

    people: dict[int, User]

    @classmethod
    def now(cls) -> "Staff":
        return cls({person.pk: person for person in User.objects.filter(is_active=True).order_by("pk")})

    def person(self, doer: str, owner_id: int | None) -> int | None:
        """Whoever has the role in the owner's team; else without a team, else anybody with it; else the owner himself.

        A head asked for by a head's own case is he himself; a team without a head goes to the director.
        """
        if doer == Doer.OWNER:
            return owner_id
        owner = self.people.get(owner_id or 0)
        found = self._with(_ROLES[Doer(doer)], owner.team_id if owner else None)
        if found is None and doer == Doer.HEAD:
            found = self._with(Role.DIRECTOR, None)
        return found if found is not None else owner_id

    def _with(self, role: Role, team_id: int | None) -> int | None:
        having = [person for person in self.people.values() if person.role == role]
        if role == Role.HEAD_OF_SALES:
            having = [person for person in having if team_id is not None and person.team_id == team_id]
        near = sorted(having, key=lambda one: (one.team_id != team_id, one.team_id is not None, one.pk))
        return near[0].pk if near else None
