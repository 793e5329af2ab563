from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record, remove_record, restore_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import WrongValues
from vernost.programmes.enums import UNANSWERED, IdeaArea, IdeaState
from vernost.programmes.models import Idea, IdeaVote, Remark, WorkingGroup
from vernost.voice.models import Act


class UnableToAnswer(Exception):
    """The idea does not stand where this answer begins: somebody was faster."""


class IdeaFields(TypedDict, total=False):
    title: str
    text: str
    area: IdeaArea
    client: Client | None
    act: Act | None
    group: WorkingGroup | None
    is_sample: bool


def suggest_idea(
    *,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    named: bool = True,
    **fields: Unpack[IdeaFields],
) -> Idea:
    """A new idea. Without `named` neither the idea nor the audit log knows who gave it."""
    author = by if named else None
    return create_record(
        record=Idea(author=author, created_at=at, **fields), by=author, at=at, face=face, run=run
    )


def change_idea(
    *,
    idea: Idea,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[IdeaFields],
) -> Idea:
    """ChangedMeanwhile when another value stands in the database than `standing` says."""
    return change_record(
        record=idea, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def discuss_idea(*, idea: Idea, by: User, at: datetime, face: Face, run: str = "") -> Idea:
    """Opens the discussion; UnableToAnswer when the idea is answered already."""
    _demand(idea, *UNANSWERED)
    return change_record(record=idea, values={"state": IdeaState.DISCUSSED}, by=by, at=at, face=face, run=run)


def accept_idea(
    *,
    idea: Idea,
    responsible: User,
    due_on: date,
    answer: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> Idea:
    """Somebody does it by a day. WrongValues for a day that is past."""
    _demand(idea, *UNANSWERED)
    if due_on < localtime(at).date():
        raise WrongValues({"due_on": _("Choose a day that is still to come.")})
    values = {"state": IdeaState.ACCEPTED, "responsible": responsible, "due_on": due_on}
    return change_record(
        record=idea, values=values | _answer(answer, by, at), by=by, at=at, face=face, run=run
    )


def decline_idea(*, idea: Idea, answer: str, by: User, at: datetime, face: Face, run: str = "") -> Idea:
    """The author is told why."""
    _demand(idea, *UNANSWERED)
    values = {"state": IdeaState.DECLINED} | _answer(answer, by, at)
    return change_record(record=idea, values=values, by=by, at=at, face=face, run=run)


def finish_idea(
    *, idea: Idea, effect: str, done_on: date, by: User, at: datetime, face: Face, run: str = ""
) -> Idea:
    """It is done, and this came of it; the author hears of it again."""
    _demand(idea, IdeaState.ACCEPTED)
    values = {
        "state": IdeaState.DONE,
        "effect": effect,
        "done_on": done_on,
        "answered_at": at,
        "read_at": None,
    }
    return change_record(record=idea, values=values, by=by, at=at, face=face, run=run)


def reopen_idea(*, idea: Idea, by: User, at: datetime, face: Face, run: str = "") -> Idea:
    """An answered idea is discussed again; what was answered before stays in the audit log."""
    _demand(idea, IdeaState.ACCEPTED, IdeaState.DECLINED, IdeaState.DONE)
    values = {"state": IdeaState.DISCUSSED, "answer": "", "answered_by": None, "answered_at": None, "read_at": None,
              "done_on": None}  # fmt: skip
    return change_record(record=idea, values=values, by=by, at=at, face=face, run=run)


def read_answer(*, idea: Idea, by: User, at: datetime, face: Face, run: str = "") -> Idea:
    """The author has seen what became of his idea."""
    return change_record(record=idea, values={"read_at": at}, by=by, at=at, face=face, run=run)


def remove_idea(*, idea: Idea, by: User, at: datetime, face: Face, run: str = "") -> Idea:
    return remove_record(record=idea, by=by, at=at, face=face, run=run)


def set_vote(*, idea: Idea, vote: bool, by: User, at: datetime, face: Face, run: str = "") -> None:
    """For the idea, or no longer."""
    with transaction.atomic():
        own = IdeaVote.objects.filter(idea=idea, person=by).first()
        if own is None:
            if vote:
                create_record(
                    record=IdeaVote(idea=idea, person=by, is_sample=idea.is_sample),
                    by=by, at=at, face=face, run=run,
                )  # fmt: skip
        elif vote:
            restore_record(record=own, by=by, at=at, face=face, run=run)
        else:
            remove_record(record=own, by=by, at=at, face=face, run=run)


def remark_on_idea(*, idea: Idea, text: str, by: User, at: datetime, face: Face, run: str = "") -> Remark:
    """What `by` says about it."""
    remark = Remark(idea=idea, author=by, said_at=at, text=text, is_sample=idea.is_sample)
    return create_record(record=remark, by=by, at=at, face=face, run=run)


def _answer(answer: str, by: User, at: datetime) -> dict[str, object]:
    return {"answer": answer, "answered_by": by, "answered_at": at, "read_at": None}


def _demand(idea: Idea, *states: IdeaState) -> None:
    if idea.state not in states:
        raise UnableToAnswer
