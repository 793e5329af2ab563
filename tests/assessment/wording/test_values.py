"""Values of the engine's columns in words."""

import pytest

from vernost.assessment.wording.values import value_text
from vernost.assessment.wording.words import UNKNOWN, Words


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [
        ("nps_last", 9.0, "9"),
        ("nps_last", 8.5, "8.50"),
        ("rating_last", 4.0, "4.0"),
        ("p_alive", 0.05, "5.0%"),
        ("p_alive", 0.5, "50%"),
        ("stage", None, UNKNOWN),
    ],
)
def test_a_number_has_the_digits_that_its_kind_has(column, value, text):
    assert value_text(Words.load("en"), column, value) == text
