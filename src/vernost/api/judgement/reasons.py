"""The valuation of a client as the office's page tells it, without its looks."""

from vernost.api.judgement.schemas import Component, Judged, RuleShown, SignalShown, StandingShown, Valuation
from vernost.api.shell.words import words
from vernost.assessment.declared import COMPONENTS, Settings
from vernost.assessment.models import ClientAssessment, Signal
from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.signal import signals_of
from vernost.assessment.wording import judgement
from vernost.assessment.wording.changing import group_changes, loyalty_changes, stage_changes
from vernost.assessment.wording.explaining import group_why, guards_why, loyalty_why, stage_why
from vernost.assessment.wording.rules import group_rules
from vernost.assessment.wording.signals import signal_advice, signal_found, signal_name
from vernost.assessment.wording.words import Words
from vernost.clients.models import Client


def valuation_of(client: Client) -> Valuation:
    said, found = words(), assessment_of(client)
    signals = [_signal(said, signal) for signal in signals_of(client)]
    if found is None:
        return Valuation(
            client_id=client.pk, judged_on=None, standing=None, group=None, stage=None, loyalty=None,
            components=[], rules=[], signals=signals,
        )  # fmt: skip
    row, settings = row_of(found), Settings(**found.run.settings)
    return Valuation(
        client_id=client.pk,
        judged_on=found.run.as_of,
        standing=StandingShown.model_validate(found),
        group=Judged(
            proposed=found.group,
            in_force=found.group_in_force,
            why=[group_why(said, row), *guards_why(said, row)],
            what_would_change_it=group_changes(said, row, settings),
        ),
        stage=Judged(
            proposed=found.stage,
            in_force=found.stage_in_force,
            why=[stage_why(said, row)],
            what_would_change_it=stage_changes(said, row, settings, found.run.as_of),
        ),
        loyalty=Judged(
            proposed=found.loyalty,
            in_force=found.loyalty_in_force,
            why=[loyalty_why(said, row)],
            what_would_change_it=loyalty_changes(said, row),
        ),
        components=_components(said, found, settings),
        rules=[
            RuleShown(group=rule.group, text=rule.text, holds=rule.holds)
            for rule in group_rules(said, row, settings)
        ],
        signals=signals,
    )


def _components(said: Words, found: ClientAssessment, settings: Settings) -> list[Component]:
    return [
        Component(
            code=name,
            name=said.gettext(judgement.COMPONENTS[name]),
            score=getattr(found, f"score_{name}"),
            weight=float(getattr(settings, f"weight_{name}")),
        )
        for name in COMPONENTS
    ]


def _signal(said: Words, signal: Signal) -> SignalShown:
    return SignalShown(
        id=signal.pk,
        code=signal.code,
        name=signal_name(said, signal.code),
        severity=signal.severity,
        first_on=signal.first_on,
        found=signal_found(said, row_of(signal)),
        advice=signal_advice(said, signal.code),
    )
