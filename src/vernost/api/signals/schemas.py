from datetime import date, datetime
from decimal import Decimal

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Given, Line50, Number, Shown
from vernost.assessment.enums import Verdict


class RaisedSignal(Shown):
    """The numbers are explained, signal by signal, in the page “Signals” of the documentation."""

    id: int
    client_id: int
    code: str
    area: str
    severity: int = Field(description="1 a note, 2 a warning, 3 an alarm.")
    first_on: date
    over_on: date | None = Field(description="Since when it is not raised any more.")
    observed: float | None
    expected: float | None
    threshold: float | None
    observations: int | None
    at_stake: Decimal | None = Field(description="Money at stake; null for who may not see money.")
    verdict: str = Field(description="What a person said: `real`, `false`, or nothing.")
    verdict_by_id: int | None
    verdict_at: datetime | None


class SaidOfSignal(Given):
    verdict: Verdict | None = Field(
        description="`false` closes the signal's cases with it; null takes back what was said."
    )


class SignalsAsked(Asked):
    client_id: Number | None = None
    code: list[Line50] = Field([], max_length=50)
    severity: int | None = Field(None, ge=1, le=3)
    verdict: Verdict | None = None
    over: bool = Field(False, description="Those that are over instead of those that hold.")
