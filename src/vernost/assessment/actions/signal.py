from datetime import datetime

from vernost.assessment.enums import Verdict
from vernost.assessment.models import Signal
from vernost.core.actions.record import change_record
from vernost.core.enums import Face
from vernost.core.models import User


def judge_signal(
    *, signal: Signal, verdict: Verdict | None, by: User, at: datetime, face: Face, run: str = ""
) -> Signal:
    """Keeps what a person says of the signal; None takes it back."""
    values = {
        "verdict": verdict or "",
        "verdict_by": by if verdict else None,
        "verdict_at": at if verdict else None,
    }
    return change_record(record=signal, values=values, by=by, at=at, face=face, run=run)
