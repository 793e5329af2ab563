"""What people of the demo's company decided after the first assessment: against the program, with it, and run out."""

from datetime import datetime, timedelta

from vernost.assessment.actions.decision import decide
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.actions.review import confirm_item, finish_review, put_off_item, start_review
from vernost.assessment.enums import ReviewKind, Subject
from vernost.assessment.models import ClientAssessment
from vernost.cli.demo.words import Words
from vernost.core.enums import Face, Role
from vernost.core.models import User

_LONG_AGO, _TERM = timedelta(days=120), timedelta(days=110)


def make_decisions(words: Words, at: datetime) -> None:
    """Five of each kind at most; the other proposals of discipline and firing are left to be decided."""
    judged = ClientAssessment.objects.select_related("client", "client__owner").order_by(
        "-revenue_window", "pk"
    )
    pays_late = list(judged.filter(group="discipline")[:4])
    loses = list(judged.filter(group="fire")[:2])
    strong = list(judged.filter(group="manage", stage="regular")[:3])
    heads = {head.team_id: head for head in User.objects.filter(role=Role.HEAD_OF_SALES)}
    director = User.objects.filter(role=Role.DIRECTOR).order_by("pk")[0]

    def say(one: ClientAssessment, subject: Subject, value: str, why: int, since: timedelta) -> None:
        owner = one.client.owner
        decide(
            client=one.client,
            subject=subject,
            decided=value,
            reason=words.decision_reasons[why] if value != getattr(one, subject) else "",
            until_on=(at - since + _TERM).date(),
            by=heads.get(owner.team_id, director) if owner else director,
            at=at - since,
            face=Face.CLI,
            is_sample=True,
        )

    recently = timedelta(days=10)
    for number, one in enumerate(pays_late):
        value = "discipline" if number == 3 else "manage"
        say(one, Subject.GROUP, value, number % 2, _LONG_AGO if number == 1 else recently)
    for one in strong[:2]:
        say(one, Subject.GROUP, "reward", 2, recently)
    for one in strong[2:]:
        say(one, Subject.LOYALTY, "devotion", 2, recently)
    for one in loses[1:]:
        say(one, Subject.GROUP, "manage", 3, _LONG_AGO)
    bring_in_force(today=at.date())
    _review(at)


def _review(at: datetime) -> None:
    """One of the staff is in the middle of the quarterly walk through his clients; another is late with his next."""
    owner, late = User.objects.filter(role=Role.ACCOUNT_MANAGER, is_sample=True).order_by("pk")[:2]
    _past_review(late, at - timedelta(days=101))
    by = User.objects.filter(role=Role.HEAD_OF_SALES, team=owner.team).order_by("pk")[0]
    review = start_review(
        owner=owner,
        kind=ReviewKind.QUARTERLY,
        by=by,
        at=at - timedelta(days=2),
        face=Face.CLI,
        is_sample=True,
    )
    for item in review.items.order_by("place")[:5]:
        if item.place == 3:
            put_off_item(item=item, by=owner, at=at, face=Face.CLI)
        else:
            confirm_item(item=item, questions=(), by=owner, at=at, face=Face.CLI)


def _past_review(owner: User, at: datetime) -> None:
    """Begun and through on the same day, with nothing to change."""
    review = start_review(
        owner=owner, kind=ReviewKind.QUARTERLY, by=owner, at=at, face=Face.CLI, is_sample=True
    )
    for item in review.items.order_by("place"):
        confirm_item(item=item, questions=(), by=owner, at=at, face=Face.CLI)
    finish_review(review=review, by=owner, at=at, face=Face.CLI)
