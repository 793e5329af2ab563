"""Gates: moments at which a lower app asks whether something may be done, and later apps say what speaks against it.

The app of the record declares a gate (`ORDER_OPENED` in clients/gates.py) and asks it in the action, after the record
is saved and inside its transaction. The app that knows better registers a check when it starts. A person is stopped and
may go on with a reason, if he has the right to; what comes without a person at the door (an import, a job) is kept, and
what spoke against it is written down.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from vernost.core.access import Action, may_on_owned
from vernost.core.enums import Face
from vernost.core.models import User

_STOPPED = (Face.WEB, Face.PORTAL, Face.API)


@dataclass(frozen=True)
class Objection:
    """What speaks against it: a code, and what was found beside what is allowed, in the unit of the code."""

    code: str
    found: Decimal | None = None
    allowed: Decimal | None = None


@dataclass(frozen=True)
class Override:
    """Why it is done all the same; who does it answers for it."""

    why: str


class GateRefused(Exception):
    """Nothing was saved. `objections` say what speaks against it; `may_override` whether this person could go on with
    a reason.
    """

    def __init__(self, objections: Sequence[Objection], *, may_override: bool) -> None:
        super().__init__(", ".join(one.code for one in objections))
        self.objections = tuple(objections)
        self.may_override = may_override


@dataclass(frozen=True)
class Passage:
    """A record that went through although something spoke against it; `override` is None when nobody was asked."""

    gate: str
    record: Any
    objections: tuple[Objection, ...]
    override: Override | None
    by: User | None
    at: datetime
    face: Face
    run: str


type Check = Callable[[Any], Objection | None]


class Keep(Protocol):
    def __call__(self, *, passage: Passage) -> None: ...


_keepers: list[Keep] = []


def keeps_passages(keep: Keep) -> Keep:
    """Registers who writes down what went through in spite of an objection."""
    if keep not in _keepers:
        _keepers.append(keep)
    return keep


@dataclass(frozen=True)
class Gate:
    """A declared moment. Records that come to it have a `client`."""

    name: str
    checks: list[Check] = field(default_factory=list)

    def checked_by(self, check: Check) -> None:
        if check not in self.checks:
            self.checks.append(check)

    def objections(self, record: Any) -> list[Objection]:
        """Everything that speaks against `record`, in the order in which the checks were registered."""
        return [found for check in self.checks if (found := check(record)) is not None]

    def ask(
        self, record: Any, *, override: Override | None, by: User | None, at: datetime, face: Face, run: str
    ) -> None:
        """Raises GateRefused where a person may not go on; call it inside the transaction that saves `record`."""
        objections = tuple(self.objections(record))
        if not objections:
            return
        if by is not None and face in _STOPPED:
            may = may_override(by, record.client)
            if override is None or not override.why.strip() or not may:
                raise GateRefused(objections, may_override=may)
        passage = Passage(self.name, record, objections, override, by, at, face, run)
        for keep in _keepers:
            keep(passage=passage)


def may_override(user: User, client: Any) -> bool:
    """Whether `user` may answer for an exception at this client."""
    owner = client.owner
    return may_on_owned(
        user,
        Action.OVERRIDE_GATE,
        owner_id=client.owner_id,
        owner_team_id=owner.team_id if owner else None,
    )
