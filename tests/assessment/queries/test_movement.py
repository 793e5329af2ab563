from datetime import timedelta

from tests.factories.moments import TODAY
from vernost.assessment.actions.standing import move
from vernost.assessment.queries.movement import movement
from vernost.clients.models import Client


def test_movement_counts_from_where_to_where(client_one, client_two):
    later = TODAY + timedelta(days=90)
    move(rows=[(client_one.pk, "manage", "regular", "none")], as_of=TODAY)
    move(
        rows=[(client_one.pk, "reward", "regular", "none"), (client_two.pk, "fire", "lost", "none")],
        as_of=later,
    )

    found = movement(Client.objects.all(), TODAY, later + timedelta(days=1))

    assert dict(found.moves) == {("manage", "reward"): 1, (None, "fire"): 1}
    assert dict(movement(Client.objects.filter(pk=client_two.pk), TODAY, later).moves) == {(None, "fire"): 1}


def test_nobody_moves_within_a_day(client_one):
    move(rows=[(client_one.pk, "manage", "regular", "none")], as_of=TODAY)

    assert dict(movement(Client.objects.all(), TODAY, TODAY).moves) == {("manage", "manage"): 1}
