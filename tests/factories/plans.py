"""Development plans, made through the actions that people use."""

from datetime import timedelta
from decimal import Decimal

from tests.factories.moments import AT, TODAY
from vernost.clients.models import Client
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.plan import Outline, create_plan, start_plan
from vernost.programmes.models import Plan

STAMP = {"by": None, "at": AT, "face": Face.JOB}
OUTLINE = Outline(
    aims=("Become the first whom they ask",),
    kpis=({"measure": "orders", "how": "to", "by": Decimal(4)},),
    actions=({"what": "Meet the owner", "kind": "meeting", "days": 10, "level": "owner"},),
)


def make_plan(client: Client, responsible: User, outline: Outline = OUTLINE, **fields: object) -> Plan:
    """A draft of a year that began ten days ago."""
    since_on = fields.pop("since_on", TODAY - timedelta(days=10))
    values = {
        "name": "Grow with the client",
        "responsible": responsible,
        "since_on": since_on,
        "until_on": since_on + timedelta(days=365),
        "review_on": TODAY + timedelta(days=60),
    } | fields
    return create_plan(client=client, outline=outline, on=TODAY, **STAMP, **values)


def make_running_plan(client: Client, responsible: User, **fields: object) -> Plan:
    return start_plan(plan=make_plan(client, responsible, **fields), on=TODAY, **STAMP)
