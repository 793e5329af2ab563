"""What the demo's company knows of its clients' loyalty: marks on factors and scorecards of expectations."""

from datetime import datetime, timedelta
from random import Random

from vernost.assessment.actions.expectation import note_expectations
from vernost.assessment.actions.loyalty_factor import note_factor
from vernost.assessment.enums import Aspect, FactorKind, Met
from vernost.assessment.models import LoyaltyFactor
from vernost.cli.demo.words import Words
from vernost.clients.models import Client
from vernost.core.enums import Face

_SEED = 5
_EVERY_THIRD, _EVERY_FOURTH, _HALF_A_YEAR = 3, 4, timedelta(days=180)


def make_loyalty(words: Words, at: datetime) -> None:
    """Every third client has some marks, every fourth a scorecard, some of these a second one half a year older."""
    dice, today = Random(_SEED), at.date()
    factors = list(LoyaltyFactor.objects.filter(deleted_at=None).order_by("id"))
    clients = Client.objects.filter(deleted_at=None, owner__isnull=False).select_related("owner")
    for number, client in enumerate(clients.order_by("id")):
        if client.owner is None:
            continue
        source = dice.choice(words.sources)
        if number % _EVERY_THIRD == 0:
            for factor in dice.sample(factors, 4):
                rare = 0.12 if factor.kind == FactorKind.HYGIENE else 0.3
                note_factor(
                    client=client,
                    factor=factor,
                    state=Met.BROKEN if dice.random() < rare else Met.MET,
                    noted_on=today - timedelta(days=dice.randrange(5, 150)),
                    source=source,
                    by=client.owner,
                    at=at,
                    face=Face.CLI,
                    is_sample=True,
                )
        if number % _EVERY_FOURTH == 0:
            for back in (_HALF_A_YEAR, timedelta())[dice.randrange(2) :]:
                wanted = {aspect: dice.randrange(5, 11) for aspect in Aspect}
                note_expectations(
                    client=client,
                    noted_on=today - timedelta(days=dice.randrange(3, 90)) - back,
                    scores={
                        one: (most, min(10, max(1, most - dice.randrange(-1, 5))))
                        for one, most in wanted.items()
                    },
                    source=source,
                    by=client.owner,
                    at=at,
                    face=Face.CLI,
                    is_sample=True,
                )
