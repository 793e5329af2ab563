from vernost.api.shell.values import Changing, Given, Named200, Number, Shown
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


class SegmentShown(NamedShown):
    owner_id: int | None


class NewSegment(Given):
    name: Named200
    owner_id: Number | None = None


class SegmentValues(Changing, Given):
    name: Named200 = ""
    owner_id: Number | None = None


class SegmentChange(SegmentValues):
    if_unchanged: SegmentValues | None = None


class NewNamed(Given):
    name: Named200


class NamedValues(Changing, Given):
    name: Named200 = ""


class NamedChange(NamedValues):
    if_unchanged: NamedValues | None = None
