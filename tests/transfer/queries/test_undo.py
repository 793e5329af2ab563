"""What taking back would do is what it then does."""

import pytest

from tests.factories.clients import make_client, make_order
from tests.factories.imports import take, take_back
from tests.factories.moments import AT
from vernost.clients.actions.client import change_client
from vernost.clients.models import Client, Order
from vernost.core.enums import Face
from vernost.transfer.queries.undo import preview_of

pytestmark = pytest.mark.django_db

ORDERS = "client,date,amount,number\nA-1,2026-01-10,100,1\nB-1,2026-02-11,40,7\nC-1,2026-02-12,40,8\n"


def test_preview_says_what_then_happens_and_changes_nothing(director):
    run = take(ORDERS, director)
    make_order(Client.objects.get(code="A-1"), number="by hand")
    change_client(client=Client.objects.get(code="B-1"), phone="5", by=director, at=AT, face=Face.WEB)

    preview = preview_of(run)

    assert Order.objects.filter(deleted_at=None).count() == 4
    run = take_back(run, director)
    assert (preview.removed, preview.conflicts) == (run.counts["removed"], run.counts["conflicts"]) == (4, 2)
    assert preview.conflict_rows == run.conflicts


def test_values_that_would_come_back(director):
    client = make_client("Alpha", code="A-1", industry="Old")
    run = take("code,name,industry\nA-1,Omega,New\n", director)

    preview = preview_of(run)

    assert (preview.restored, preview.removed) == (1, 0)
    assert preview.rows == [(client, {"name": "Alpha", "industry": "Old"})]


def test_of_a_long_import_the_newest_are_looked_at(director):
    preview = preview_of(take(ORDERS, director), most=0)

    assert (preview.looked, preview.total, preview.removed) == (0, 6, 0)
