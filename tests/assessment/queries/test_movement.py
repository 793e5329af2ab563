from datetime import timedelta

from tests.factories.assessments import make_run
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.standing import move
from vernost.assessment.models import Decision
from vernost.assessment.queries import movement as movement_queries
from vernost.assessment.queries.movement import moved, movement
from vernost.clients.models import Client

DAY = timedelta(days=1)
LATER = TODAY + 90 * DAY


def word(client, by, decided, since, until, **fields):
    """A decision on the group that holds from `since` to `until`."""
    return Decision.objects.create(
        client=client, subject="group", proposed="fire", decided=decided, reason="x", decided_by=by,
        decided_at=AT + (since - TODAY), until_on=until, **fields,
    )  # fmt: skip


def judged_twice(*clients, later="fire"):
    move(rows=[(one.pk, "manage", "regular", "none") for one in clients], as_of=TODAY)
    make_run(as_of=TODAY)
    move(rows=[(one.pk, later, "regular", "none") for one in clients], as_of=LATER)
    make_run(as_of=LATER)


def test_movement_counts_from_where_to_where(client_one, client_two):
    later = TODAY + timedelta(days=90)
    move(rows=[(client_one.pk, "manage", "regular", "none")], as_of=TODAY)
    move(
        rows=[(client_one.pk, "reward", "regular", "none"), (client_two.pk, "fire", "lost", "none")],
        as_of=later,
    )

    found = movement(Client.objects.all(), TODAY, later + timedelta(days=1), today=None)

    assert dict(found.moves) == {("manage", "reward"): 1, (None, "fire"): 1}
    assert dict(movement(Client.objects.filter(pk=client_two.pk), TODAY, later, today=None).moves) == {
        (None, "fire"): 1
    }


def test_nobody_moves_within_a_day(client_one):
    move(rows=[(client_one.pk, "manage", "regular", "none")], as_of=TODAY)

    assert dict(movement(Client.objects.all(), TODAY, TODAY, today=None).moves) == {("manage", "manage"): 1}


def test_decision_stands_over_the_proposal_on_the_day_on_which_it_held(client_one, client_two, boris):
    """The program moved both from "manage" to "fire". For One a person said "reward" before and until the first day was
    over; for Two "discipline" from then on: reward → fire, manage → discipline.
    """
    judged_twice(client_one, client_two)
    word(client_one, boris, "reward", TODAY - 5 * DAY, TODAY)
    word(client_two, boris, "discipline", TODAY + DAY, LATER)

    in_force = movement(Client.objects.all(), TODAY, LATER, today=LATER)
    assert dict(in_force.moves) == {("reward", "fire"): 1, ("manage", "discipline"): 1}
    proposed = movement(Client.objects.all(), TODAY, LATER, today=None)
    assert dict(proposed.moves) == {("manage", "fire"): 2}
    assert dict(movement(Client.objects.filter(pk=client_one.pk), TODAY, LATER, today=LATER).moves) == {
        ("reward", "fire"): 1
    }


def test_last_judged_day_is_seen_with_the_decisions_of_today(client_one, boris):
    judged_twice(client_one)
    word(client_one, boris, "manage", LATER + 2 * DAY, LATER + 9 * DAY)

    def after(today):
        return dict(movement(Client.objects.all(), TODAY, LATER, today=today).moves)

    assert after(LATER + DAY) == {("manage", "fire"): 1}
    assert after(LATER + 9 * DAY) == {("manage", "manage"): 1}
    assert after(LATER + 10 * DAY) == {("manage", "fire"): 1}


def test_withdrawn_and_removed_decisions_do_not_count(client_one, client_two, boris):
    judged_twice(client_one, client_two)
    over = {"over_why": "withdrawn", "over_by": boris, "over_at": AT + 80 * DAY}
    word(client_one, boris, "reward", TODAY + DAY, LATER, **over)
    word(client_two, boris, "reward", TODAY + DAY, LATER, deleted_at=AT)

    assert dict(movement(Client.objects.all(), TODAY, LATER, today=LATER).moves) == {("manage", "fire"): 2}


def test_cell_leads_to_the_clients_that_it_counts(client_one, client_two, boris, anna):
    """Three were proposed "fire"; One was kept by a decision, Three was judged for the first time on the later day."""
    judged_twice(client_one, client_two)
    three = make_client("Client Three", owner=anna)
    move(rows=[(one.pk, "fire", "regular", "none") for one in (client_one, client_two, three)], as_of=LATER)
    word(client_one, boris, "manage", TODAY + DAY, LATER)

    def names(before, after, today=LATER):
        found = moved(Client.objects.all(), "group", TODAY, LATER, before, after, today=today)
        return sorted(found.values_list("name", flat=True))

    assert names("manage", "manage") == ["Client One"]
    assert names("manage", "fire") == ["Client Two"]
    assert names(None, "fire") == ["Client Three"]
    assert names("manage", "fire", today=None) == ["Client One", "Client Two"]


def test_every_way_of_looking_for_who_moved_finds_the_same(client_one, client_two, monkeypatch):
    """Of many, of few at either place, and of neither; each client stands by hand: before, then after."""
    three, four, five = make_client("Three"), make_client("Four"), make_client("Five")
    stood = {
        client_one: ("manage", "manage"), client_two: ("manage", "reward"), three: ("reward", "manage"),
        four: ("reward", "manage"), five: (None, "manage"),
    }  # fmt: skip
    move(rows=[(one.pk, then, "regular", "none") for one, (then, _) in stood.items() if then], as_of=TODAY)
    make_run(as_of=TODAY)
    move(rows=[(one.pk, now, "regular", "none") for one, (_, now) in stood.items()], as_of=LATER)
    make_run(as_of=LATER)
    move(rows=[(one.pk, "fire", "lost", "none") for one in stood], as_of=LATER + DAY)
    clients = Client.objects.filter(deleted_at=None)

    for most, few in ((0, 0), (1, 99), (1, 3), (1, 0)):
        monkeypatch.setattr(movement_queries, "_MOST", most)
        monkeypatch.setattr(movement_queries, "_FEW", few)
        for before in ("manage", "reward", "fire", None):
            for after in ("manage", "reward", "fire"):
                found = moved(clients, "group", TODAY, LATER, before, after, today=None)
                expected = {one for one, places in stood.items() if places == (before, after)}
                assert set(found) == expected, (most, few, before, after)


def test_movement_of_the_company_is_counted_anew_after_an_assessment_and_without_who_was_erased(
    client_one, client_two
):
    judged_twice(client_one, client_two)
    assert dict(movement(Client.objects.all(), TODAY, LATER, today=None).moves) == {("manage", "fire"): 2}

    client_two.delete()
    assert dict(movement(Client.objects.all(), TODAY, LATER, today=None).moves) == {("manage", "fire"): 1}

    move(rows=[(client_one.pk, "reward", "regular", "none")], as_of=LATER)
    make_run(as_of=LATER)
    assert dict(movement(Client.objects.all(), TODAY, LATER, today=None).moves) == {("manage", "reward"): 1}
