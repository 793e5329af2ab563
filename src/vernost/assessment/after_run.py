"""What is brought in line after each assessment: registers of this app and of later ones."""

from collections.abc import Callable
from datetime import datetime

from vernost.assessment.models import Run

type Follow = Callable[[Run, datetime], None]
_followers: list[Follow] = []


def after_each_run(follow: Follow) -> Follow:
    """Registers what is called with the stored run, in order of registering, after its transaction."""
    if follow not in _followers:
        _followers.append(follow)
    return follow


def follow_up(run: Run, at: datetime) -> None:
    for follow in _followers:
        follow(run, at)
