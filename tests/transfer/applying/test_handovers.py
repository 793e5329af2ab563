"""A file of clients with other owners than they have: each is handed over, and taking the import back takes it back."""

from datetime import timedelta

import pytest

from tests.factories.clients import make_client
from tests.factories.imports import check, take, take_back
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.task import add_task
from vernost.care.actions.handover import take_item
from vernost.care.models import Handover, HandoverItem, Touch
from vernost.core.enums import Face
from vernost.transfer.enums import RunState

pytestmark = pytest.mark.django_db
FILE = "code,name,industry,owner\nA-1,Alpha,Trade,{to}\nB-1,Beta,,{to}\nC-1,Gamma,,{to}\n"


@pytest.fixture
def alpha(anna):
    return make_client("Alpha", code="A-1", owner=anna)


@pytest.fixture
def task(alpha, anna):
    return add_task(
        client=alpha, case=None, person=anna, title="Call", due_on=TODAY + timedelta(days=5), by=anna, at=AT,
        face=Face.WEB,
    )  # fmt: skip


@pytest.fixture
def file(alpha, task, boris):
    """Alpha is Anna's and has a task; Beta is nobody's; Gamma is new."""
    make_client("Beta", code="B-1", owner=None)
    return FILE.format(to=boris.email)


def live(model):
    return model.objects.filter(deleted_at=None)


def test_check_tells_how_many_pass_and_changes_nothing(director, file, alpha, anna):
    run = check(file, director, kind="clients")

    assert (run.expected["handed_over"], run.expected["changed"], run.expected["created"]) == (1, 2, 1)
    alpha.refresh_from_db()
    assert alpha.owner == anna
    assert not Handover.objects.exists()


def test_client_passes_with_what_is_open(director, file, alpha, anna, boris, task):
    run = take(file, director, kind="clients")

    alpha.refresh_from_db()
    task.refresh_from_db()
    handover = live(Handover).get()
    assert (alpha.owner, alpha.industry, task.person) == (boris, "Trade", boris)
    assert (handover.client, handover.giver, handover.taker) == (alpha, anna, boris)
    assert live(HandoverItem).filter(moved=True).count() == 1
    assert run.counts["handed_over"] == 1


def test_taking_the_import_back_takes_the_hand_over_back(director, file, alpha, anna, task):
    run = take_back(take(file, director, kind="clients"), director)

    alpha.refresh_from_db()
    task.refresh_from_db()
    assert (run.state, run.conflicts) == (RunState.UNDONE, [])
    assert (alpha.owner, alpha.industry, task.person) == (anna, "", anna)
    assert not live(Handover).exists()
    assert not live(HandoverItem).exists()
    assert not Touch.objects.exists()


def test_what_was_ticked_since_stays_and_is_shown(director, file, alpha, anna, boris):
    run = take(file, director, kind="clients")
    item = HandoverItem.objects.order_by("place")[0]
    take_item(item=item, on=TODAY, note="", by=boris, at=AT, face=Face.WEB)

    run = take_back(run, director)

    alpha.refresh_from_db()
    assert alpha.owner == anna
    assert [one["reason"] for one in run.conflicts] == ["edited"]


def test_client_that_is_being_handed_over_is_refused(director, file, alpha, boris, vera):
    take(file, director, kind="clients")

    run = take(FILE.format(to=vera.email), director, kind="clients")

    alpha.refresh_from_db()
    assert alpha.owner == boris
    # Beta and Gamma are Boris's since the first file.
    assert (run.counts["handed_over"], run.counts["refused"]) == (2, 1)


def test_rule_that_fills_only_what_is_empty_hands_nothing_over(director, file, alpha, anna):
    run = take(file, director, kind="clients", policies={"owner": "fill"})

    alpha.refresh_from_db()
    assert alpha.owner == anna
    assert run.counts["handed_over"] == 0
