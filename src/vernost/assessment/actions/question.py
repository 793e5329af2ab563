"""Keeps what decisions imply: the values in force beside each assessment, and the questions that wait for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import batched

from django.db import transaction

from vernost.assessment.enums import Asks, Subject
from vernost.assessment.models import ClientAssessment, Decision, Question

IN_FORCE = ("group_in_force", "stage_in_force", "loyalty_in_force")
# Groups for which the program's word is not enough (requirement B2: fire is never automatic).
WANT_A_WORD = ("discipline", "fire")
_BATCH = 500


@dataclass(frozen=True)
class _Asked:
    asks: Asks
    decision: Decision | None
    proposed: str


def bring_in_force(*, today: date, client_ids: Iterable[int] | None = None) -> None:
    """Lays the decisions that hold on `today` over the proposals and works the questions out anew; of all clients, or
    of those given.
    """
    decisions = Decision.objects.filter(over_at=None, deleted_at=None)
    proposals = ClientAssessment.objects.filter(client__deleted_at=None)
    questions = Question.objects.all()
    if client_ids is not None:
        chosen = list(client_ids)
        decisions, proposals = decisions.filter(client__in=chosen), proposals.filter(client__in=chosen)
        questions = questions.filter(client__in=chosen)
    words = {(one.client_id, one.subject): one for one in decisions}
    decided = {client for client, _subject in words}
    wanting = proposals.filter(group__in=WANT_A_WORD).values_list("pk", flat=True)
    # Only whoever has a decision, is asked, or whose proposal wants a word can be touched.
    looked_at = set(wanting) | decided if client_ids is None else set(chosen)
    columns = ("client_id", *Subject.values, *IN_FORCE)
    with transaction.atomic():
        asked: dict[tuple[int, str], _Asked] = {}
        for batch in batched(sorted(looked_at), _BATCH):
            changed = []
            for one in proposals.filter(pk__in=batch).only(*columns):
                changed += [one] if _lay_over(one, words, today) else []
                asked |= _questions(one, words, today)
            ClientAssessment.objects.bulk_update(changed, IN_FORCE)
        _replace({(q.client_id, q.subject): q for q in questions}, asked, today)


def _lay_over(one: ClientAssessment, words: dict[tuple[int, str], Decision], today: date) -> bool:
    """Whether anything in force changed."""
    moved = False
    for subject in Subject.values:
        word = words.get((one.pk, subject))
        holds = word.decided if word and word.holds_on(today) else getattr(one, subject)
        moved |= getattr(one, f"{subject}_in_force") != holds
        setattr(one, f"{subject}_in_force", holds)
    return moved


def _questions(
    one: ClientAssessment, words: dict[tuple[int, str], Decision], today: date
) -> dict[tuple[int, str], _Asked]:
    found = {}
    for subject in Subject.values:
        word, proposed = words.get((one.pk, subject)), getattr(one, subject)
        asks = _asks(subject, word, proposed, today)
        if asks:
            found[one.pk, subject] = _Asked(asks, word, proposed)
    return found


def _asks(subject: str, word: Decision | None, proposed: str, today: date) -> Asks | None:
    if word is not None and word.decided != proposed:
        if today > word.until_on:
            return Asks.RAN_OUT
        # Whoever overrode the program knew what it said; asked is only when it says something else by now.
        return Asks.CHANGED if proposed != word.proposed else None
    answered = word is not None and word.holds_on(today)
    if subject == Subject.GROUP and proposed in WANT_A_WORD and not answered:
        return Asks.CONFIRM
    return None


def _replace(
    known: dict[tuple[int, str], Question], asked: dict[tuple[int, str], _Asked], today: date
) -> None:
    """A question that is asked still keeps its day."""
    over = {key: q.pk for key, q in known.items() if not _same(q, asked.get(key))}
    for batch in batched(over.values(), _BATCH):
        Question.objects.filter(pk__in=batch).delete()
    left = known.keys() - over.keys()
    Question.objects.bulk_create(
        (
            Question(
                client_id=client,
                subject=subject,
                asks=new.asks,
                decision=new.decision,
                stood=new.decision.decided if new.decision else "",
                proposed=new.proposed,
                since_on=today,
            )
            for (client, subject), new in asked.items()
            if (client, subject) not in left
        ),
        batch_size=_BATCH,
    )


def _same(known: Question, asked: _Asked | None) -> bool:
    return asked is not None and (known.asks, known.proposed, known.decision_id) == (
        asked.asks,
        asked.proposed,
        asked.decision and asked.decision.pk,
    )
