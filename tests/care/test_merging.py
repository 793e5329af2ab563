"""What becomes of the track, endings, the register, first words and touches when two clients are merged."""

from datetime import timedelta

import pytest

from tests.factories.care import make_rule, make_touch
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from vernost.care.actions.discipline import take_step
from vernost.care.enums import EndingState, Side, Step, TouchState
from vernost.care.models import Ending, FirstWords, Touch, TrackStep, WinBack
from vernost.care.queries.discipline import step_of
from vernost.clients.actions.merge import merge_clients
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face

DAY = timedelta(days=1)
STAMP = {"at": AT, "face": Face.WEB}


@pytest.fixture
def twin(anna):
    return make_client("Client 1", owner=anna)


@pytest.fixture
def merge(client_one, twin, boris):
    """Merges the two, checks, and takes it apart again."""

    def run(check):
        done = merge_clients(keep=client_one, gone=twin, by=boris, **STAMP)
        check()
        assert undo_run(run=done, by=boris, **STAMP).conflicts == []

    return run


def test_track_of_the_client_that_stays_goes_on(merge, client_one, twin):
    for client, step in ((client_one, Step.TALK), (twin, Step.STOP)):
        take_step(client=client, step=step, taken_on=TODAY - DAY, by=None, **STAMP)

    def check():
        assert step_of(client_one).step == Step.TALK
        assert TrackStep.objects.filter(client=client_one, over_on=TODAY).get().step == Step.STOP

    merge(check)
    assert (step_of(client_one).step, step_of(twin).step) == (Step.TALK, Step.STOP)


def test_one_ending_stays_open(merge, client_one, twin):
    for client in (client_one, twin):
        Ending.objects.create(client=client, side=Side.US, state=EndingState.CONSIDERED, opened_on=TODAY)

    def check():
        states = Ending.objects.filter(client=client_one).order_by("pk").values_list("state", flat=True)
        assert list(states) == ["considered", "kept"]

    merge(check)
    assert Ending.objects.get(client=twin).state == "considered"


def test_register_has_the_client_once(merge, client_one, twin):
    for client in (client_one, twin):
        WinBack.objects.create(client=client, entered_on=TODAY, left_on=TODAY, currency="RUB")

    def check():
        assert WinBack.objects.filter(client=client_one, deleted_at=None).count() == 1
        assert not WinBack.objects.filter(client=twin).exists()

    merge(check)
    assert WinBack.objects.get(client=twin).deleted_at is None


def test_first_words_come_where_there_are_none(merge, client_one, twin):
    words = FirstWords.objects.create(client=twin, task="Leave me alone", heard_on=TODAY)

    merge(lambda: words.refresh_from_db() or _is(words.client, client_one))

    words.refresh_from_db()
    assert words.client == twin


def _is(one, other):
    assert one == other


def test_first_words_of_the_client_that_stays_are_his(merge, client_one, twin):
    for client in (client_one, twin):
        FirstWords.objects.create(client=client, task=client.name, heard_on=TODAY)

    merge(lambda: _is(FirstWords.objects.get(client=client_one).task, "Client One"))


def test_touches_made_come_over_and_planned_ones_do_not(merge, client_one, twin):
    rule = make_rule()
    made = make_touch(twin, rule, state=TouchState.DONE, closed_on=TODAY)
    planned = make_touch(twin, rule, TODAY + 30 * DAY)

    def check():
        assert Touch.objects.get(pk=made.pk).client == client_one
        assert Touch.objects.get(pk=planned.pk).client == twin

    merge(check)
    assert Touch.objects.get(pk=made.pk).client == twin
