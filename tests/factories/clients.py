"""Clients and what belongs to them, through the actions that people use."""

from datetime import datetime
from decimal import Decimal

from tests.factories.moments import AT, TODAY
from vernost.clients.actions.client import create_client
from vernost.clients.actions.order import create_order
from vernost.clients.models import Client, Order
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.actions.interaction import log_interaction
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction


def make_client(name: str, owner: User | None = None, **fields: object) -> Client:
    return create_client(name=name, owner=owner, by=None, at=AT, face=Face.JOB, **fields)


def make_order(client: Client, **fields: object) -> Order:
    values = {"ordered_on": TODAY, "amount": Decimal(1000), "currency": "RUB"} | fields
    return create_order(client=client, by=None, at=AT, face=Face.JOB, **values)


def make_interaction(client: Client, happened_at: datetime = AT, **fields: object) -> Interaction:
    values = {"direction": Direction.OUT, "kind": "call"} | fields
    return log_interaction(client=client, happened_at=happened_at, by=None, at=AT, face=Face.JOB, **values)
