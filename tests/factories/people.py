"""Our people, made without surprises."""

from vernost.core.enums import Language, Role
from vernost.core.models import Team, User


def make_user(name: str, role: Role, team: Team | None = None, **fields: object) -> User:
    values = {
        "language": Language.ENGLISH,
        "email": f"{name.lower().replace(' ', '.')}@firm.example",
    } | fields
    user = User(name=name, role=role, team=team, **values)
    user.set_password("correct horse battery")
    user.save()
    return user
