"""What needs whom first: money at risk, growing with delay."""

from datetime import date, timedelta

from vernost.core.needs import Need

ON = date(2026, 3, 5)


def need(**fields: object) -> Need:
    return Need(client_id=1, client_name="Client One", title="Call", why="Promised", **fields)


def test_care_risks_a_tenth_and_a_grave_need_the_whole():
    assert need(at_stake=1000.0, severity=1).weight(ON) == 100
    assert need(at_stake=1000.0, severity=2).weight(ON) == 500
    assert need(at_stake=1000.0, severity=3).weight(ON) == 1000


def test_thirty_days_late_counts_twice():
    late = need(at_stake=1000.0, severity=3, due_on=ON - timedelta(days=30))

    assert (late.days_late(ON), late.weight(ON)) == (30, 2000)


def test_what_is_due_later_is_not_late():
    assert need(at_stake=1000.0, severity=3, due_on=ON + timedelta(days=3)).weight(ON) == 1000
