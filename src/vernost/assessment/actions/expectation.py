from collections.abc import Mapping
from datetime import date, datetime

from django.db import IntegrityError
from django.utils.translation import gettext as _

from vernost.assessment.enums import Aspect
from vernost.assessment.models import Expectation
from vernost.clients.models import Client
from vernost.core.actions.records import create_records
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import WrongValues


def note_expectations(
    *,
    client: Client,
    noted_on: date,
    scores: Mapping[Aspect, tuple[int, int | None]],
    source: str,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> list[Expectation]:
    """One scorecard: of each aspect what is expected and how we do. WrongValues when nothing is noted, or when one of
    that day is there.
    """
    if not scores:
        raise WrongValues({"scores": _("Nothing is noted yet: fill in at least one expectation.")})
    cards = [
        Expectation(
            client=client,
            aspect=aspect,
            noted_on=noted_on,
            wanted=wanted,
            given=given,
            source=source,
            is_sample=is_sample,
        )
        for aspect, (wanted, given) in scores.items()
    ]
    try:
        create_records(records=cards, by=by, at=at, face=face, run=run)
    except IntegrityError as error:
        text = _("There is a scorecard of this day. Nothing was written; choose another day.")
        raise WrongValues({"noted_on": text}) from error
    return cards
