"""Rules and touches, made through the actions that people use."""

from datetime import date, timedelta

from tests.factories.moments import AT, TODAY
from vernost.care.actions.planning import plan_touches
from vernost.care.actions.rule import create_rule
from vernost.care.models import Planning, Rule, Touch
from vernost.clients.models import Client
from vernost.core.enums import Face

CALL = {
    "name": "Call between orders", "kind": "call", "channel": "telephone", "purpose": "hear", "times": 1, "every": 30,
    "unit": "day", "late_days": 10,
}  # fmt: skip
GREETING = {
    "name": "Greeting for 8 March", "kind": "greeting", "channel": "mail", "purpose": "attention",
    "occasion": "womens_day", "ahead_days": 2, "late_days": 2,
}  # fmt: skip


def make_rule(base: dict[str, object] = CALL, **fields: object) -> Rule:
    return create_rule(values=base | fields, by=None, at=AT, face=Face.JOB)


def plan_all(as_of: date = TODAY) -> Planning:
    return plan_touches(by=None, at=AT, as_of=as_of, clock=lambda: AT)


def make_touch(client: Client, rule: Rule, due_on: date = TODAY, **fields: object) -> Touch:
    values = {
        "person": client.owner, "slot_on": due_on, "due_on": due_on, "latest_on": due_on + timedelta(days=10),
        "group": "manage", "worth": 40000,
    } | fields  # fmt: skip
    return Touch.objects.create(client=client, rule=rule, **values)
