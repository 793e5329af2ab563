import pytest

from vernost.core.search.stems import stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Петрова", "Петровой"),
        ("заказы", "заказов"),
        ("Ёлка", "елки"),
        ("договор", "договорами"),
        ("contracts", "Contract"),
    ],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stems(one) == stems(other)


def test_numbers_and_parts_of_addresses_stay_findable():
    assert stems("INV-0012 info@firm.example") == "inv 0012 info firm exampl"
