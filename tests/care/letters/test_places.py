import pytest

from vernost.care.letters.places import PLACES, UnknownPlace, check_places, fill
from vernost.care.letters.templates import NAMES, TEMPLATES

KNOWN = dict.fromkeys(PLACES, "") | {"contact": "Olga {client}", "client": "Alpha"}


def test_places_are_filled_once_and_what_stands_in_the_data_is_not_a_place():
    assert (
        fill("Dear {contact} of {client}, 100 {{percent}}", KNOWN)
        == "Dear Olga {client} of Alpha, 100 {percent}"
    )


@pytest.mark.parametrize(
    "text", ["{name}", "{contact.email}", "{contact!r}", "{contact:>9}", "{}", "{0}", "{contact", "contact}"]
)
def test_anything_else_in_braces_is_refused_with_a_clear_word(text):
    with pytest.raises(UnknownPlace) as refused:
        check_places(text)
    assert "{contact}" in str(refused.value)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_programs_own_templates_can_be_filled(language):
    assert set(NAMES[language]) == set(TEMPLATES[language])
    for letter in TEMPLATES[language].values():
        assert "Alpha" in fill(letter.subject + letter.body, KNOWN | {"company": "Alpha"})
