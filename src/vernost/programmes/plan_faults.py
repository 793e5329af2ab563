"""What speaks against a plan and its parts before they are kept."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.clients.models import Client
from vernost.clients.queries.client import reachable_by
from vernost.core.access import Action
from vernost.core.models import User
from vernost.programmes.measures.measure import measures_of_one


def wrong_in_plan(values: Mapping[str, Any], client: Client) -> dict[str, str]:
    """Column -> what is wrong, of a plan with these values; a value that is missing is looked at by nobody."""
    found = wrong_person("responsible", values.get("responsible"), client)
    since_on, until_on, review_on = (values.get(name) for name in ("since_on", "until_on", "review_on"))
    if since_on and until_on and until_on <= since_on:
        found["until_on"] = _("A plan ends after it begins.")
    if review_on and since_on and review_on < since_on:
        found["review_on"] = _("A review comes after the beginning.")
    return found


def wrong_person(column: str, person: User | None, client: Client) -> dict[str, str]:
    """Whoever is to do something for a client must be able to talk to it."""
    if person is None or reachable_by(person, Action.LOG_INTERACTION).filter(pk=client.pk).exists():
        return {}
    text = _("%(name)s does not see this client. Choose somebody who does, or hand the client over.")
    return {f"{column}_id": text % {"name": person.name}}


def wrong_in_kpi(values: Mapping[str, Any]) -> dict[str, str]:
    known = {one.code: one for one in measures_of_one()}
    code = values.get("measure")
    if code and code not in known:
        return {"measure": _("A plan is not measured by this.")}
    if code and known[code].asks_line and not values.get("line"):
        return {"line_id": _("Say which service line.")}
    return {}


def wrong_in_template(kpis: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """A service line is chosen in the plan, not in a template."""
    known = {one.code for one in measures_of_one() if not one.asks_line}
    if all(one["measure"] in known for one in kpis):
        return {}
    return {"kpis": _("A plan made from a template is not measured by this.")}
