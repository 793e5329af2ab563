from datetime import timedelta

from tests.factories.clients import make_interaction, make_order
from tests.factories.moments import AT
from vernost.voice.queries.timeline import EVENT_KINDS, timeline_of


def test_events_of_all_kinds_newest_first(client_one):
    call = make_interaction(client_one, happened_at=AT + timedelta(days=2))
    order = make_order(client_one)

    events = timeline_of(client_one, kinds=("order", "interaction"), limit=10, money=True)

    assert [event.record for event in events] == [call, order]


def test_orders_are_left_out_for_whom_money_is_not_shown(client_one):
    make_order(client_one)

    events = timeline_of(client_one, kinds=EVENT_KINDS, limit=10, money=False)

    assert {event.kind for event in events} == {"change"}


def test_other_clients_never_appear(client_one, client_two):
    make_order(client_two)

    assert timeline_of(client_one, kinds=("order",), limit=10, money=True) == []
