"""What speaks against a goal, or a note on one, before it is kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import measures

_SUBJECTS = ("team", "person", "segment")


def wrong_in_goal(values: Mapping[str, Any], by: User | None) -> dict[str, str]:
    """Column -> what is wrong, of a goal with these values that `by` sets: a head sets goals of his team and its people
    alone.
    """
    found = {}
    starts, ends, scope = values.get("starts_on"), values.get("ends_on"), values.get("scope")
    if starts and ends and ends <= starts:
        found["ends_on"] = _("A goal ends after it begins.")
    if values.get("measure") and values["measure"] not in goal_measures():
        found["measure"] = _("A goal is not measured by this.")
    if scope in _SUBJECTS and values.get(scope) is None:
        found[f"{scope}_id"] = _("Say whose clients are counted.")
    elif scope and by is not None and not _may_set(by, values):
        found["scope"] = _("You set goals of your team and its people alone.")
    return found


def tidied_goal(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without a team, person or segment that the goal does not count."""
    return {name: None if name in _SUBJECTS and name != values.get("scope") else value
            for name, value in values.items()}  # fmt: skip


def goal_measures() -> list[str]:
    return [one.code for one in measures() if not one.asks_line]


def wrong_in_note(values: Mapping[str, Any]) -> dict[str, str]:
    """A link leads to a page of this installation: a note is no door to elsewhere."""
    link = values.get("link", "")
    if link and (not link.startswith("/") or link.startswith("//") or "\\" in link):
        return {"link": _("Give an address that begins with one /.")}
    return {}


def _may_set(by: User, values: Mapping[str, Any]) -> bool:
    if scope_of(by, Action.SET_GOAL) is not Scope.TEAM:
        return True
    match values["scope"]:
        case GoalScope.TEAM:
            return bool(by.team_id and values["team"].pk == by.team_id)
        case GoalScope.PERSON:
            return bool(by.team_id and values["person"].team_id == by.team_id)
        case _:
            return False
