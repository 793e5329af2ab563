"""The loyalty of one client as the office's page tells it, without its looks."""

from typing import Any

from vernost.api.loyalty.schemas import (
    BoughtBetween,
    ClientLoyalty,
    ContradictionShown,
    ExpectationShown,
    FactorMarkShown,
    FactorOfClient,
    LevelShown,
    RatingBeside,
)
from vernost.api.shell.words import words
from vernost.assessment.declared import LOYALTY_LEVELS
from vernost.assessment.enums import FactorArea, FactorKind
from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.client_assessment import assessment_of, row_of
from vernost.assessment.queries.loyalty import contradiction_of, factors_of, scorecard
from vernost.assessment.wording.changing import loyalty_changes
from vernost.assessment.wording.explaining import loyalty_why
from vernost.assessment.wording.loyalty import LEVEL_MEANINGS, LEVEL_TASKS
from vernost.clients.models import Client


def loyalty_of(client: Client, *, money: bool) -> ClientLoyalty:
    """Without `money` the sums are null."""
    found = assessment_of(client)
    return ClientLoyalty(
        client_id=client.pk,
        factors=[
            FactorOfClient(
                factor_id=factor.pk,
                name=str(factor),
                kind=FactorKind(factor.kind),
                area=FactorArea(factor.area),
                mark=FactorMarkShown.model_validate(mark) if mark else None,
            )
            for factor, mark in factors_of(client)
        ],
        scorecard=[ExpectationShown.model_validate(one) for one in scorecard(client)],
        **(_nothing() if found is None else _judged(client, found, money=money)),
    )


def _nothing() -> dict[str, Any]:
    return {
        "judged_on": None, "level": "", "proposed": "", "assumed": False, "by_compulsion": False, "levels": [],
        "why": [], "task": "", "what_would_change_it": [], "contradiction": None,
    }  # fmt: skip


def _judged(client: Client, found: ClientAssessment, *, money: bool) -> dict[str, Any]:
    said, row, level = words(), row_of(found), found.loyalty_in_force
    place = LOYALTY_LEVELS.index(level)
    return {
        "judged_on": found.run.as_of,
        "level": level,
        "proposed": found.loyalty,
        "assumed": found.loyalty_assumed,
        "by_compulsion": found.by_compulsion,
        "levels": [
            LevelShown(code=code, meaning=said.gettext(LEVEL_MEANINGS[code]), reached=number <= place)
            for number, code in enumerate(LOYALTY_LEVELS)
            if code in LEVEL_MEANINGS
        ],
        "why": [loyalty_why(said, row)],
        "task": said.gettext(LEVEL_TASKS[level]) if level in LEVEL_TASKS else "",
        "what_would_change_it": loyalty_changes(said, row),
        "contradiction": _contradiction(client, found, money=money),
    }


def _contradiction(client: Client, found: ClientAssessment, *, money: bool) -> ContradictionShown | None:
    parting = contradiction_of(client, found, money=money)
    if parting is None:
        return None
    return ContradictionShown(
        ratings=[RatingBeside.model_validate(one) for one in parting.ratings],
        stage=found.stage,
        windows=[
            BoughtBetween(first=first, last=last, bought=bought) for first, last, bought in parting.windows
        ],
    )
