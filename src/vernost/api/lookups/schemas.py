from vernost.api.shell.values import Shown
from vernost.core.enums import Role


class PersonShown(Shown):
    id: int
    name: str
    role: Role
    team_id: int | None
    is_active: bool


class NamedShown(Shown):
    id: int
    name: str
