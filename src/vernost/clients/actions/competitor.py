from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction

from vernost.clients.enums import Confidence
from vernost.clients.models import Client, Competitor, CompetitorAtClient
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


class EstimateFields(TypedDict, total=False):
    competitor: Competitor
    estimated_on: date
    part_percent: Decimal | None
    source: str
    confidence: Confidence


def create_competitor(
    *, name: str, by: User | None, at: datetime, face: Face, run: str = "", note: str = ""
) -> Competitor:
    """IntegrityError when the name is taken."""
    return create_record(record=Competitor(name=name, note=note), by=by, at=at, face=face, run=run)


def estimate_competitor(
    *,
    client: Client,
    competitor: Competitor,
    estimated_on: date,
    part_percent: Decimal | None,
    source: str,
    by: User | None,
    at: datetime,
    face: Face,
    confidence: Confidence = Confidence.MIDDLE,
    run: str = "",
) -> CompetitorAtClient:
    """A new estimate beside the older ones; IntegrityError without a source or with a second one of the day."""
    estimate = CompetitorAtClient(
        client=client,
        competitor=competitor,
        estimated_on=estimated_on,
        part_percent=part_percent,
        source=source,
        confidence=confidence,
    )
    return create_record(record=estimate, by=by, at=at, face=face, run=run)


def estimate_competitor_by_name(
    *,
    client: Client,
    name: str,
    estimated_on: date,
    part_percent: Decimal | None,
    source: str,
    by: User,
    at: datetime,
    face: Face,
    confidence: Confidence = Confidence.MIDDLE,
) -> CompetitorAtClient:
    """As `estimate_competitor`, of a competitor who is written in if nobody knows him yet."""
    with transaction.atomic():
        known = Competitor.objects.filter(name__iexact=name.strip()).first()
        return estimate_competitor(
            client=client,
            competitor=known or create_competitor(name=name.strip(), by=by, at=at, face=face),
            estimated_on=estimated_on,
            part_percent=part_percent,
            source=source,
            confidence=confidence,
            by=by,
            at=at,
            face=face,
        )


def change_competitor_estimate(
    *,
    estimate: CompetitorAtClient,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[EstimateFields],
) -> CompetitorAtClient:
    """For what was written wrongly; what has changed since is a new estimate. IntegrityError as there."""
    return change_record(record=estimate, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_competitor_estimate(
    *, estimate: CompetitorAtClient, by: User, at: datetime, face: Face, run: str = ""
) -> CompetitorAtClient:
    return remove_record(record=estimate, by=by, at=at, face=face, run=run)
