"""Goals, set and counted through the actions that people and the nightly job use."""

from datetime import date
from decimal import Decimal

from tests.factories.moments import AT, TODAY
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.goal import set_goal
from vernost.programmes.actions.goal_count import count_goals
from vernost.programmes.models import Goal

STAMP = {"at": AT, "face": Face.WEB}


def make_goal(owner: User, *, on: date = TODAY, **fields: object) -> Goal:
    """“Orders of a year”, from the beginning of 2026 to its end, for the company, target 10; counted as of `on`."""
    values = {
        "title": "More orders", "measure": "orders", "target": Decimal(10), "starts_on": date(2026, 1, 1),
        "ends_on": date(2026, 12, 31),
    } | fields  # fmt: skip
    goal = set_goal(owner=owner, by=owner, **STAMP, **values)
    count_goals(goals=[goal], on=on)
    return goal
