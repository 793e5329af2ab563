from datetime import date

import pytest
from django.db.models import F, Value

from tests.factories.clients import make_client
from tests.factories.people import make_user
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.enums import Role
from vernost.core.queries.prepared import Prepared

_NAMES = Prepared(
    lambda ids: Client.objects.filter(pk__in=ids).order_by("name").values_list("name", "since_on")
)
_OWNED = Prepared(lambda ids, word: Client.objects.filter(pk__in=ids, name=word).select_related("owner"))
_SEEN = Prepared(lambda user: visible_to(user).order_by("name").values_list("name"))


def test_says_what_the_queryset_says(client_one, client_two):
    client_one.since_on = date(2026, 1, 2)
    client_one.save()

    assert _NAMES.rows([client_one.pk]) == [("Client One", date(2026, 1, 2))]
    assert _NAMES.rows([client_two.pk]) == [("Client Two", None)]
    assert [name for name, _since in _NAMES.rows([client_two.pk, client_one.pk])] == [
        "Client One",
        "Client Two",
    ]
    assert _NAMES.rows([]) == []


def test_records_come_with_what_belongs_to_them(client_one, client_two, django_assert_num_queries):
    ids = [client_one.pk, client_two.pk]
    with django_assert_num_queries(2):
        found, other = _OWNED.record(ids, "Client One"), _OWNED.record(ids, "Client Two")
        assert (found.owner.name, other.owner.name) == ("Anna", "Vera")
    assert found == client_one
    assert _OWNED.record(ids, "Client Three") is None


def test_records_are_those_of_django(client_one):
    asked = Client.objects.select_related("owner").only("name", "since_on", "owner", "owner__name")
    plain = asked.get(pk=client_one.pk)
    record = Prepared(lambda pk: asked.filter(pk=pk)).record(client_one.pk)

    for ours, theirs in ((record, plain), (record.owner, plain.owner)):
        assert {**vars(ours), "_state": 0} == {**vars(theirs), "_state": 0}
        assert (ours._state.adding, ours._state.db) == (theirs._state.adding, theirs._state.db)
        assert ours._state.fetch_mode is theirs._state.fetch_mode
        assert ours.get_deferred_fields() == theirs.get_deferred_fields()
    assert record.code == plain.code
    record.name = "Client Uno"
    record.save()
    assert Client.objects.get(pk=client_one.pk).name == "Client Uno"


def test_each_sees_his_own(anna, boris, vera, director, client_one, client_two):
    service = make_user("Sam", Role.SERVICE)
    gone = make_user("Gone", Role.DIRECTOR)
    gone.is_active = False

    def seen(user):
        return [name for (name,) in _SEEN.rows(user)]

    for _again in range(2):
        assert seen(anna) == seen(boris) == ["Client One"]
        assert seen(vera) == ["Client Two"]
        assert seen(director) == seen(service) == ["Client One", "Client Two"]
        assert seen(gone) == []


def test_a_new_member_of_the_team_counts_at_once(boris, north, client_one):
    assert _SEEN.rows(boris) == [("Client One",)]

    make_client("Client New", owner=make_user("Nina", Role.ACCOUNT_MANAGER, north))

    assert _SEEN.rows(boris) == [("Client New",), ("Client One",)]


def test_what_it_may_look_at_is_part_of_the_query(client_one):
    asked = Prepared(lambda day, pk: Client.objects.filter(pk=pk, since_on=day).values_list("pk"))
    client_one.since_on = date(2026, 1, 2)
    client_one.save()

    assert asked.rows(date(2026, 1, 2), client_one.pk) == [(client_one.pk,)]
    assert asked.rows(date(2026, 1, 3), client_one.pk) == []
    assert asked.rows(None, client_one.pk) == []


def test_values_that_are_not_handed_on_as_they_are_are_refused(client_one):
    asked = Prepared(lambda pk: Client.objects.annotate(n=F("pk") + Value(pk + 1)).values_list("n"))

    with pytest.raises(ValueError, match="makes something else"):
        asked.rows(client_one.pk)
