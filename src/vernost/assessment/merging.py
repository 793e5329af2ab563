"""What becomes of decisions, cases and reviews when two clients are merged: one word, one case, one place in a walk."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vernost.assessment.enums import Answer, CaseOutcome, CaseState, Over
from vernost.assessment.models import Case, Decision, DependencePlan, FactorMark, ReviewItem
from vernost.clients.merging import MergeRule, merges
from vernost.core.models import User


def _decision(_row: Decision, by: User, at: datetime) -> dict[str, Any]:
    return {"over_why": Over.REPLACED, "over_by": by, "over_at": at}


def _case(_row: Case, _by: User, at: datetime) -> dict[str, Any]:
    return {
        "state": CaseState.CLOSED, "closed_on": localtime(at).date(), "outcome": CaseOutcome.PASSED,
        "cause": _("merged with the same case of the client"), "snoozed_until": None,
    }  # fmt: skip


def _plan(_row: DependencePlan, _by: User, at: datetime) -> dict[str, Any]:
    return {"closed_on": localtime(at).date(), "outcome": _("merged with the other plan of the client")}


def _mark(_row: FactorMark, _by: User, at: datetime) -> dict[str, Any]:
    return {"over_at": at}


def _item(_row: ReviewItem, by: User, at: datetime) -> dict[str, Any]:
    return {"answer": Answer.MERGED, "answered_by": by, "answered_at": at}


merges(
    MergeRule(Decision, open=Q(over_at=None, deleted_at=None), alike=("subject",), close=_decision),
)
merges(MergeRule(Case, open=Q(closed_on=None, deleted_at=None), alike=("code", "title"), close=_case))
merges(MergeRule(DependencePlan, open=Q(closed_on=None, deleted_at=None), close=_plan))
merges(MergeRule(FactorMark, open=Q(over_at=None, deleted_at=None), alike=("factor",), close=_mark))
# In a walk that has both there is one client left to answer for.
merges(
    MergeRule(
        ReviewItem,
        open=Q(answer__in=(Answer.WAITING, Answer.LATER)),
        close=_item,
        left=True,
    )
)
