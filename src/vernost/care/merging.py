"""What becomes of the discipline track, endings, the register and touches when two clients are merged."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vernost.care.enums import OPEN_ENDINGS, EndingState
from vernost.care.models import ClientLetter, Ending, FirstWords, Touch, TrackStep, WinBack
from vernost.clients.merging import MergeRule, merges
from vernost.core.models import User


def _step(row: TrackStep, _by: User, at: datetime) -> dict[str, Any]:
    return {"over_on": max(row.taken_on, localtime(at).date())}


def _ending(_row: Ending, _by: User, _at: datetime) -> dict[str, Any]:
    return {"state": EndingState.KEPT, "decision_why": _("merged with the other record of the client")}


def _line(_row: WinBack, _by: User, at: datetime) -> dict[str, Any]:
    return {"deleted_at": at}


merges(MergeRule(TrackStep, open=Q(over_on=None, deleted_at=None), close=_step))
merges(MergeRule(Ending, open=Q(state__in=OPEN_ENDINGS, deleted_at=None), close=_ending))
merges(MergeRule(WinBack, open=Q(won_on=None, deleted_at=None), close=_line))
merges(MergeRule(FirstWords))
merges(MergeRule(ClientLetter))
# What was done, and what a person has moved; the rest is planned anew.
merges(MergeRule(Touch, goes=Q(closed_on__isnull=False) | Q(moved=True)))
