from vernost.core.turns import Turns


def test_a_turn_comes_again_when_the_oldest_is_long_enough_ago():
    turns = Turns()

    def wait(at, person=1):
        return turns.wait("search", person, most=2, within=60, at=at)

    assert [wait(0), wait(10), wait(20), wait(50, person=2), wait(60), wait(69)] == [0, 0, 40, 0, 0, 1]


def test_who_is_long_gone_is_forgotten(monkeypatch):
    monkeypatch.setattr("vernost.core.turns._MOST_PEOPLE", 2)
    turns = Turns()

    waits = [turns.wait("search", who, most=1, within=60, at=0) for who in (1, 2, 3, 1, 3)]

    assert waits == [0, 0, 0, 0, 60]
