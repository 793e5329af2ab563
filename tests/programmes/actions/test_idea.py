"""Ideas: given with a name or without, voted for, answered once, done with what came of it."""

from datetime import timedelta

import pytest

from tests.factories.ideas import STAMP, make_idea
from tests.factories.moments import AT, TODAY
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.programmes.actions.idea import (
    UnableToAnswer,
    accept_idea,
    decline_idea,
    discuss_idea,
    finish_idea,
    reopen_idea,
    set_vote,
)
from vernost.programmes.models import Idea
from vernost.programmes.queries.idea import answered_and_unread, with_votes


def votes_of(idea, user):
    one = with_votes(Idea.objects.all(), user).get(pk=idea.pk)
    return one.vote_count, one.mine


def test_nameless_idea_leaves_no_trace_of_who_gave_it(anna):
    idea = make_idea(anna, named=False)

    entry = AuditEntry.objects.get(kind="programmes.idea")
    assert (idea.author, entry.by) == (None, None)
    assert str(anna.pk) not in str(entry.changes.get("author_id", ""))


def test_vote_counts_once_and_is_taken_back(anna, boris, vera):
    idea = make_idea(anna)

    for person in (boris, boris, vera):
        set_vote(idea=idea, vote=True, by=person, **STAMP)
    assert (votes_of(idea, boris), votes_of(idea, anna)) == ((2, True), (2, False))

    set_vote(idea=idea, vote=False, by=boris, **STAMP)
    assert votes_of(idea, boris) == (1, False)
    set_vote(idea=idea, vote=True, by=boris, **STAMP)
    assert votes_of(idea, boris) == (2, True)


def test_accepted_done_and_the_author_hears_of_both(anna, boris):
    idea = make_idea(anna)
    accept_idea(
        idea=idea, responsible=boris, due_on=TODAY + timedelta(days=30), answer="Good", by=boris, **STAMP
    )
    assert list(answered_and_unread(anna)) == [idea]

    finish_idea(idea=idea, effect="Nobody waits", done_on=TODAY, by=boris, **STAMP)

    idea.refresh_from_db()
    assert (idea.state, idea.effect, idea.done_on, idea.answer) == ("done", "Nobody waits", TODAY, "Good")


def test_second_answer_is_refused(anna, boris):
    idea = make_idea(anna)
    discuss_idea(idea=idea, by=boris, **STAMP)
    decline_idea(idea=idea, answer="We tried it last year", by=boris, **STAMP)

    with pytest.raises(UnableToAnswer):
        accept_idea(idea=idea, responsible=boris, due_on=TODAY, by=boris, **STAMP)
    with pytest.raises(UnableToAnswer):
        finish_idea(idea=idea, effect="x", done_on=TODAY, by=boris, **STAMP)
    assert Idea.objects.get().answer == "We tried it last year"


def test_answer_is_taken_back_and_a_done_one_opened_again(anna, boris):
    idea = make_idea(anna)
    accept_idea(idea=idea, responsible=boris, due_on=TODAY, by=boris, run="r", **STAMP)
    undo_run(run="r", by=boris, at=AT, face=Face.WEB)
    assert Idea.objects.get().state == "new"

    idea.refresh_from_db()
    accept_idea(idea=idea, responsible=boris, due_on=TODAY, by=boris, **STAMP)
    finish_idea(idea=idea, effect="x", done_on=TODAY, by=boris, **STAMP)
    reopen_idea(idea=idea, by=boris, **STAMP)
    assert (idea.state, idea.done_on, idea.answer) == ("discussed", None, "")
