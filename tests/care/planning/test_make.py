"""Touches planned from rules, worked out by hand. The first day is Thursday, 5 March 2026; the 9th is a holiday."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from vernost.care.days.working import working_days
from vernost.care.planning.given import Facts, Frame, Person, Planned, Standard
from vernost.care.planning.load import Load
from vernost.care.planning.make import plan

START = date(2026, 3, 5)
OWNER = 7


def frame(days: int = 91, *, cap: int = 99, cap_days: int = 30, former: int = 2) -> Frame:
    end = START + timedelta(days=days)
    return Frame(
        start=START.toordinal(),
        end=end.toordinal(),
        days=working_days("RU", START, end + timedelta(days=120)),
        cap=cap,
        cap_days=cap_days,
        former_per_year=former,
        professions={"building": (date(2026, 8, 9).toordinal(),)},
    )


def made(client: Facts, *rules: Standard, within: Frame | None = None, usual: int = 40):
    within = within or frame()
    return plan([client], rules, within, Load(within.days, usual))


def days(touches) -> list[date]:
    return [date.fromordinal(one.due) for one in touches]


def client(**fields: object) -> Facts:
    return Facts(**{"id": 1, "owner": OWNER, "stage": "regular", "group": "manage"} | fields)


def last(rule: int, day: date) -> dict[int, int]:
    return {rule: day.toordinal()}


CALL = Standard(id=1, interval=30, late=10)
WOMENS = Standard(id=2, feast_days=(date(2026, 3, 8).toordinal(),), ahead=2, late=2)


def test_period_begins_with_the_last_contact():
    """The 20th of February and 30 days are the 22nd of March, a Sunday: Monday. Then 21 April and 21 May."""
    plan = made(client(last=last(1, date(2026, 2, 20))), CALL)

    assert days(plan.new) == [date(2026, 3, 23), date(2026, 4, 21), date(2026, 5, 21)]
    assert [one.person for one in plan.new] == [OWNER] * 3


def test_greeting_comes_before_the_feast_and_not_on_it():
    """Two days before Sunday, 8 March, is Friday the 6th."""
    (touch,) = made(client(), WOMENS).new

    assert date.fromordinal(touch.slot) == date(2026, 3, 8)
    assert date.fromordinal(touch.due) == date(2026, 3, 6)


def test_same_facts_planned_again_give_nothing_new():
    first = made(client(last=last(1, date(2026, 2, 20))), CALL)
    there = [
        Planned(number, one.rule, one.slot, one.about, one.due, one.latest, "planned", one.person, False)
        for number, one in enumerate(first.new)
    ]

    again = made(client(last=last(1, date(2026, 2, 20)), there=there), CALL)

    assert (again.new, again.done, again.missed, again.dropped) == ([], {}, [], [])


def test_real_contact_keeps_the_promise_and_begins_the_period_anew():
    """Planned for the 22nd of March, 21st of April and 21st of May; the client was called on the 18th of March."""
    slots = [date(2026, 3, 22), date(2026, 4, 21), date(2026, 5, 21)]
    there = [
        Planned(number, 1, day.toordinal(), 0, day.toordinal(), day.toordinal() + 10, "planned", OWNER, False)
        for number, day in enumerate(slots)
    ]

    plan = made(client(last=last(1, date(2026, 3, 18)), there=there), CALL)

    assert plan.done == {0: date(2026, 3, 18).toordinal()}
    assert plan.dropped == [1, 2]
    assert days(plan.new) == [date(2026, 4, 17), date(2026, 5, 18)]


def test_late_touch_waits_and_is_missed_when_the_next_one_comes():
    old = Planned(
        4,
        1,
        date(2026, 2, 1).toordinal(),
        0,
        date(2026, 2, 2).toordinal(),
        date(2026, 2, 11).toordinal(),
        "planned",
        OWNER,
        False,
    )
    before = client(last=last(1, date(2026, 1, 2)), there=[old])
    assert made(before, CALL).missed == []

    newer = replace(
        old,
        id=5,
        slot=date(2026, 3, 3).toordinal(),
        due=date(2026, 3, 3).toordinal(),
        latest=date(2026, 3, 13).toordinal(),
    )
    assert made(replace(before, there=[old, newer]), CALL).missed == [4]


def test_nobody_congratulates_afterwards():
    passed = Standard(id=2, feast_days=(date(2026, 2, 23).toordinal(),), ahead=2, late=2)
    slot = date(2026, 2, 23).toordinal()
    old = Planned(4, 2, slot, 0, slot - 3, slot, "planned", OWNER, False)

    assert made(client(there=[old]), passed).missed == [4]


def test_what_a_person_moved_stays_though_the_rule_asks_no_more():
    day = date(2026, 4, 1).toordinal()
    moved = Planned(4, 9, day, 0, day, day, "planned", OWNER, True)

    assert made(client(there=[moved]), CALL).dropped == []
    assert made(client(there=[replace(moved, own=False)]), CALL).dropped == [4]


def test_touches_are_spread_when_the_day_is_full():
    """Five a week is one a day: five clients of the same day get five working days."""
    within = frame()
    load = Load(within.days, 5)
    clients = [client(id=number, last=last(1, date(2026, 2, 13))) for number in range(1, 6)]

    plan_ = plan(clients, [Standard(id=1, interval=30, late=6)], frame(14), load)

    # 15 March is a Sunday; the week after has five days.
    assert sorted(days(plan_.new)) == [date(2026, 3, day) for day in (16, 17, 18, 19, 20)]


def test_never_called_clients_are_spread_over_the_period():
    """300 clients, once in 60 days: no day of the 41 working ones of two months gets more than 20 of them."""
    clients = [client(id=number) for number in range(1, 301)]
    within = frame(59)
    plan_ = plan(clients, [Standard(id=1, interval=60, late=0)], within, Load(within.days, 1000))

    each = [days(plan_.new).count(day) for day in set(days(plan_.new))]
    assert len(plan_.new) == 300
    assert max(each) <= 20


def test_cap_holds_back_the_lighter_rule_and_says_why():
    """Two a month at most; the call and the greeting take them, and the letter has no other day."""
    letter = Standard(id=3, interval=1000, late=3)
    facts = client(
        last=last(1, date(2026, 2, 10)) | last(3, date(2026, 3, 6) - timedelta(days=1000)),
    )

    plan_ = made(facts, CALL, WOMENS, letter, within=frame(20, cap=2))

    assert [(one.rule, one.hold) for one in plan_.new] == [(1, ""), (2, ""), (3, "cap")]


def test_what_was_heard_counts_too():
    heard = (date(2026, 3, 2).toordinal(), date(2026, 3, 3).toordinal())

    assert [one.hold for one in made(client(heard=heard), WOMENS, within=frame(cap=2)).new] == ["cap"]
    assert [one.hold for one in made(client(heard=heard), WOMENS, within=frame(cap=3)).new] == [""]


def test_touch_is_moved_within_its_window_rather_than_held_back():
    """One in ten days; heard on 4 March. The window of the letter is 5 to 20 March: the 16th is the first Monday."""
    letter = Standard(id=3, interval=1000, late=15)
    facts = client(heard=(date(2026, 3, 4).toordinal(),), last=last(3, START - timedelta(days=1000)))

    (touch,) = made(facts, letter, within=frame(cap=1, cap_days=10)).new

    assert (touch.hold, date.fromordinal(touch.due)) == ("", date(2026, 3, 16))


@pytest.mark.parametrize(
    ("heard", "hold"),
    [
        ((), ""),
        ((START - timedelta(days=300),), ""),
        ((START - timedelta(days=300), START - timedelta(days=20)), "former"),
    ],
)
def test_former_client_hears_from_us_twice_a_year_at_most(heard, hold):
    news = replace(WOMENS, stages=frozenset({"ended"}))
    facts = client(stage="ended", heard=tuple(day.toordinal() for day in heard))

    assert [one.hold for one in made(facts, news).new] == [hold]


def test_former_clients_are_left_alone_by_rules_that_do_not_name_them():
    assert made(client(stage="ended"), CALL, WOMENS).new == []
    assert made(client(stage="aware"), CALL).new == []


def test_rule_asks_for_group_and_loyalty():
    rule = replace(WOMENS, groups=frozenset({"reward"}), loyalties=frozenset({"devotion"}))

    assert made(client(group="reward", loyalty="devotion"), rule).new != []
    assert made(client(group="reward", loyalty="none"), rule).new == []
    assert made(client(group="manage", loyalty="devotion"), rule).new == []


def test_birthday_is_kept_of_each_who_agreed():
    birthday = Standard(id=4, own="birthday", late=0, responsible="talks")
    people = (
        Person(11, "top", 8, (3, 12)),
        Person(12, "staff", None, None),
        Person(13, "staff", None, (4, 1)),
    )

    plan_ = made(client(contacts=people), birthday)

    assert [(one.contact, one.person, date.fromordinal(one.due)) for one in plan_.new] == [
        (11, 8, date(2026, 3, 12)),
        (13, OWNER, date(2026, 4, 1)),
    ]


def test_nobody_known_on_the_level_is_said():
    rule = replace(WOMENS, contact_levels=("owner", "top"))

    assert [one.hold for one in made(client(contacts=(Person(11, "staff"),)), rule).new] == ["no_contact"]
    (touch,) = made(client(contacts=(Person(11, "staff"), Person(12, "top"))), rule).new
    assert (touch.hold, touch.contact) == ("", 12)


def test_nobody_responsible_is_said():
    assert [one.hold for one in made(client(owner=None), WOMENS).new] == ["nobody"]


def test_those_of_a_role_share():
    rule = replace(WOMENS, responsible="role", people=(21, 22))
    within = frame()
    plan_ = plan([client(id=1), client(id=2)], [rule], within, Load(within.days, 40))

    assert sorted(one.person for one in plan_.new) == [21, 22]


def test_held_back_touch_is_freed_when_there_is_room():
    slot = date(2026, 3, 8).toordinal()
    held = Planned(4, 2, slot, 0, slot - 2, slot, "held", OWNER, False)

    (touch,) = made(client(there=[held]), WOMENS).new

    assert (touch.there, touch.hold) == (4, "")


def test_company_is_congratulated_on_its_day_and_its_profession():
    own = Standard(id=5, own="client", late=0)
    profession = Standard(id=6, own="profession", ahead=2, late=2)
    facts = client(founded=(2, 29), profession="building")

    plan_ = made(facts, own, profession, within=frame(360))

    assert [(one.rule, date.fromordinal(one.slot)) for one in plan_.new] == [
        (5, date(2027, 2, 28)),
        (6, date(2026, 8, 9)),
    ]
