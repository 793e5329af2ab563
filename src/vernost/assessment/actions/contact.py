"""Logging a contact together with what it told: acts that only a person can notice become cases at once."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Unpack

from django.db import transaction
from django.utils.timezone import localtime

from vernost.assessment.actions.case import CaseIsOpen, evidence_from, open_case
from vernost.assessment.enums import CaseOrigin
from vernost.assessment.models import Case, CaseEvidence, ClientAssessment, Signal
from vernost.assessment.queries.method import method
from vernost.clients.models import Client
from vernost.core.enums import Face
from vernost.core.gates import Override
from vernost.core.models import User
from vernost.engine.codes import SIGNAL_BY_CODE
from vernost.voice.actions.act import record_act
from vernost.voice.actions.interaction import InteractionFields, log_interaction
from vernost.voice.enums import ActKind
from vernost.voice.models import Act, Interaction

# The signal that each act raises; the engine's rules are in engine/signals.
SIGNAL_OF_ACT: dict[ActKind, str] = {
    ActKind.TRIFLE_REFUSED: "trifle_refused",
    ActKind.CONTACT_CHANGED: "contact_changed",
    ActKind.MANAGEMENT_CHANGED: "management_changed",
    ActKind.OWNERSHIP_CHANGED: "ownership_changed",
    ActKind.STRATEGY_CHANGED: "strategy_changed",
    ActKind.MARKET_CHANGED: "market_changed",
    ActKind.VALUES_CONFLICT: "values_conflict",
    ActKind.LOSS_MAKING_TERMS: "loss_making",
    ActKind.RECOMMENDATION: "ready_to_recommend",
}


def log_contact(
    *,
    client: Client,
    happened_at: datetime,
    acts: Sequence[ActKind],
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    override: Override | None = None,
    **fields: Unpack[InteractionFields],
) -> tuple[Interaction, list[Case]]:
    """The contact, and the cases that its acts opened or came to. GateRefused as `log_interaction`."""
    happened_on = localtime(happened_at).date()
    with transaction.atomic():
        said = log_interaction(
            client=client,
            happened_at=happened_at,
            by=by,
            at=at,
            face=face,
            run=run,
            override=override,
            **fields,
        )
        cases = []
        for kind in acts:
            _act, case = note_act(
                client=client, happened_on=happened_on, kind=kind, interaction=said,
                note=fields.get("note", ""), by=by, at=at, face=face, run=run,
            )  # fmt: skip
            cases.append(case)
    return said, [case for case in cases if case is not None]


def note_act(
    *,
    client: Client,
    happened_on: date,
    kind: ActKind,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    note: str = "",
    interaction: Interaction | None = None,
) -> tuple[Act, Case | None]:
    """The act, and the case that it opened or came to: of an act that raises a signal and is news yet."""
    with transaction.atomic():
        act = record_act(
            client=client, happened_on=happened_on, kind=kind, interaction=interaction, note=note,
            by=by, at=at, face=face, run=run,
        )  # fmt: skip
        return act, _case_of(act, localtime(at).date(), by, at, face, run)


def _case_of(act: Act, day: date, by: User, at: datetime, face: Face, run: str) -> Case | None:
    """What the next assessment would do with the act, done now; nothing for an act that raises no signal, or is too old
    for one.
    """
    if act.kind not in SIGNAL_OF_ACT:
        return None
    if act.happened_on <= day - timedelta(days=_days_back(act.kind)):
        return None
    signal = _raised(act)
    try:
        case = open_case(
            client=act.client, code=signal.code, day=day, by=by, at=at, face=face,
            origin=CaseOrigin.CONTACT, signal=signal, run=run,
        )  # fmt: skip
    except CaseIsOpen as known:
        case = known.case
        Case.objects.filter(pk=case.pk).update(last_seen_on=day, gone_on=None, signal=signal)
        CaseEvidence.objects.create(**evidence_from(case_id=case.pk, signal=signal, day=day))
    CaseEvidence.objects.filter(case=case, seen_on=day, act=None).update(act=act)
    return case


def _days_back(kind: str) -> int:
    """How long the engine takes an act of this kind for news."""
    settings = method()
    whole = (ActKind.VALUES_CONFLICT, ActKind.LOSS_MAKING_TERMS, ActKind.RECOMMENDATION)
    return settings.window_days if kind in whole else settings.recent_days


def _raised(act: Act) -> Signal:
    """The client's signal for the act: one more on that which is raised, else a new one."""
    known = SIGNAL_BY_CODE[SIGNAL_OF_ACT[ActKind(act.kind)]]
    signal = Signal.objects.filter(client_id=act.client_id, code=known.code, over_on=None).first()
    if signal is not None:
        if known.kind == "act":
            signal.observed = (signal.observed or 0) + 1
            signal.observations = (signal.observations or 0) + 1
            signal.save(update_fields=["observed", "observations"])
        return signal
    judged = ClientAssessment.objects.filter(client_id=act.client_id).first()
    return Signal.objects.create(
        client_id=act.client_id,
        code=known.code,
        area=known.area,
        severity=known.severity,
        first_on=act.happened_on,
        observed=1,
        threshold={"loss_making": 0.0, "ready_to_recommend": method().devoted_nps}.get(known.code),
        observations=1 if known.kind == "act" else None,
        at_stake=None if judged is None else judged.expected_revenue or judged.revenue_window,
    )
