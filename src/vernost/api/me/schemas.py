from vernost.api.shell.values import Moment, Number, Shown
from vernost.core.enums import Role


class Me(Shown):
    id: Number
    name: str
    role: Role
    token: str
    scopes: list[str]
    expires_at: Moment
