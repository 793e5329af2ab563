import pytest

from vernost.assessment.wording.movement import direction, tendency, up_and_down
from vernost.assessment.wording.words import Words

ENGLISH, RUSSIAN = Words.load("en"), Words.load("ru")


def test_new_clients_and_those_who_stayed_are_neither_up_nor_down():
    moves = {("manage", "reward"): 3, ("reward", "fire"): 1, ("manage", "manage"): 9, (None, "reward"): 7}

    assert up_and_down(moves) == (3, 1)


def test_stages_and_levels_have_their_order():
    assert up_and_down({("slipping", "regular"): 2, ("regular", "lost"): 5}, "stage") == (2, 5)
    assert up_and_down({("none", "partnership"): 4, ("devotion", "satisfaction"): 1}, "loyalty") == (4, 1)


@pytest.mark.parametrize(
    ("up", "down", "said"),
    [
        # 1.96 · √9 = 5.88: a difference of 7 is above it, one of 5 is not (√9 again).
        (8, 1, "goes up"),
        (1, 8, "goes down"),
        (7, 2, "neither"),
        (0, 0, "neither"),
    ],
)
def test_direction_is_a_sign_test(up, down, said):
    assert said in direction(ENGLISH, {("manage", "reward"): up, ("reward", "manage"): down})


def test_sentences_in_both_languages():
    moves = {("regular", "slipping"): 2, ("slipping", "regular"): 1}

    assert tendency(ENGLISH, moves, "stage")[0] == "To a better stage: 1; to a worse one: 2."
    assert tendency(RUSSIAN, moves, "stage")[0] == "На лучший этап: 1; на худший: 2."
    assert tendency(ENGLISH, {("lost", "lost"): 2}, "stage") == ["Nobody moved."]
