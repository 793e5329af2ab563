"""Ideas of the staff, through the actions that people use."""

from tests.factories.moments import AT
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.idea import suggest_idea
from vernost.programmes.models import Idea

STAMP = {"at": AT, "face": Face.WEB}


def make_idea(author: User | None, title: str = "Answer letters within a day", **fields: object) -> Idea:
    return suggest_idea(title=title, by=author, **(STAMP | fields))
