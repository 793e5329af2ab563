"""The discipline track: rules declared and acknowledged, promises of payment, steps, the way back."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from vernost.care.enums import Criterion, Step
from vernost.care.models import Declaration, PaymentPromise, TrackStep
from vernost.care.queries.discipline import step_of, track_of
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.documents import Document
from vernost.core.enums import Face
from vernost.core.gates import may_override
from vernost.core.models import User
from vernost.core.wrong import WrongValues


class UnableToReturn(Exception):
    """Trust is not restored: `missing` are the criteria that are not met."""

    def __init__(self, missing: Sequence[Criterion]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


class NotOnTrack(Exception):
    """The client is not on the discipline track."""


class DeclarationFields(TypedDict, total=False):
    rules: str
    client_duties: str
    our_duties: str
    acknowledged_on: date | None
    acknowledged_by: str
    document: str
    is_sample: bool


class PromiseFields(TypedDict, total=False):
    promised_by: str
    note: str
    is_sample: bool


def declare_rules(
    *,
    client: Client,
    declared_on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[DeclarationFields],
) -> Declaration:
    declaration = Declaration(client=client, declared_on=declared_on, declared_by=by, **fields)
    return create_record(record=declaration, by=by, at=at, face=face, run=run)


def acknowledge_rules(
    *,
    declaration: Declaration,
    acknowledged_on: date,
    acknowledged_by: str,
    document: str,
    file: Document | None = None,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> Declaration:
    """`file` is the signed paper, kept already. WrongValues when that was before they were declared."""
    if acknowledged_on < declaration.declared_on:
        raise WrongValues({"acknowledged_on": _("That was before they were declared.")})
    values = {
        "acknowledged_on": acknowledged_on,
        "acknowledged_by": acknowledged_by,
        "document": document,
        "file_name": file.name if file else "",
        "file_token": file.token if file else "",
    }
    return change_record(record=declaration, values=values, by=by, at=at, face=face, run=run)


def promise_payment(
    *,
    client: Client,
    promised_on: date,
    due_on: date,
    amount: Decimal,
    currency: str,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[PromiseFields],
) -> PaymentPromise:
    """WrongValues when it would be due before it was promised."""
    if due_on < promised_on:
        raise WrongValues({"due_on": _("It cannot be due before it was promised.")})
    promise = PaymentPromise(
        client=client, promised_on=promised_on, due_on=due_on, amount=amount, currency=currency, **fields
    )
    return create_record(record=promise, by=by, at=at, face=face, run=run)


def remove_promise(
    *, promise: PaymentPromise, by: User, at: datetime, face: Face, run: str = ""
) -> PaymentPromise:
    return remove_record(record=promise, by=by, at=at, face=face, run=run)


def take_step(
    *,
    client: Client,
    step: Step,
    taken_on: date,
    note: str = "",
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> TrackStep:
    """Puts the client on the track or moves him along it; the step before it is over. RETURNED has its own action.
    WrongValues for it, and when the step before was later.
    """
    if step == Step.RETURNED:
        raise WrongValues({"step": _("This step leads off the track: it has a way of its own.")})
    with transaction.atomic():
        now = step_of(client)
        if now is not None and taken_on < now.taken_on:
            raise WrongValues({"taken_on": _("The step before it was later.")})
        if now is not None:
            change_record(record=now, values={"over_on": taken_on}, by=by, at=at, face=face, run=run)
        taken = TrackStep(
            client=client, step=step, taken_on=taken_on, began_on=now.began_on if now else taken_on,
            taken_by=by, note=note, is_sample=is_sample,
        )  # fmt: skip
        return create_record(record=taken, by=by, at=at, face=face, run=run)


def return_to_manage(
    *,
    client: Client,
    on: date,
    why: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> TrackStep:
    """Off the track. UnableToReturn while a criterion is not met, unless `by` may make exceptions and says why."""
    track = track_of(client, on)
    if track.now is None:
        raise NotOnTrack
    missing = [one.criterion for one in track.way_back if not one.met]
    if missing and not (why.strip() and may_override(by, client)):
        raise UnableToReturn(missing)
    with transaction.atomic():
        change_record(record=track.now, values={"over_on": on}, by=by, at=at, face=face, run=run)
        back = TrackStep(
            client=client, step=Step.RETURNED, taken_on=on, began_on=track.now.began_on, over_on=on,
            taken_by=by, note=why.strip()[:500], is_sample=is_sample,
        )  # fmt: skip
        return create_record(record=back, by=by, at=at, face=face, run=run)
