import pytest

from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client
from tests.factories.moments import TODAY
from vernost.clients.models import Client
from vernost.office.clients.row import client_rows


def test_a_client_who_was_never_judged_has_no_judgement(client_one):
    (row,) = client_rows([*Client.objects.values_list("pk", flat=True)])

    assert (row.pk, row.name, row.owner, row.segment) == (client_one.pk, "Client One", "Anna", None)
    assert row.judged is None
    assert list(row.raised) == []


def test_raised_are_those_that_hold_the_gravest_first(client_one):
    make_assessment(client_one, group="reward", attractiveness=90.0)
    make_signal(client_one, "no_touch", severity=1)
    make_signal(client_one, "orders_shrink", severity=3)
    make_signal(client_one, "dependence", severity=3, over_on=TODAY)

    (row,) = client_rows([*Client.objects.values_list("pk", flat=True)])

    assert row.judged is not None
    assert (row.judged["group"], row.judged["attractiveness"]) == ("reward", 90.0)
    assert list(row.raised) == [("orders_shrink", 3), ("no_touch", 1)]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(anna, count, django_assert_num_queries):
    for number in range(count):
        client = make_client(f"Client {number}", owner=anna)
        make_assessment(client)
        make_signal(client)

    ids = [*Client.objects.values_list("pk", flat=True)]
    with django_assert_num_queries(3):
        assert len(client_rows(ids)) == count
