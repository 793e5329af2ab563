"""The Russian catalogue is whole: nothing missing, doubtful, superfluous or with other places than the source."""

import re

import pytest

from tools.messages import merged, read_catalog, template, untranslated

PLACE = re.compile(r"\{\w+\}|%\(\w+\)[sd]")
CYRILLIC = re.compile("[а-яА-ЯёЁ]")
WORD = re.compile("[a-z]{3,}")
CATALOG = read_catalog()
TRANSLATED = [message for message in CATALOG if message.id]
# Names that are the same in every language.
SAME = {"ISO 4217", "Vernost"}


def forms(message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_nothing_is_untranslated_or_fuzzy():
    assert untranslated(CATALOG) == []


def test_catalogue_has_exactly_the_messages_of_the_source():
    source = {(message.context, message.id) for message in template() if message.id}
    found = {(message.context, message.id) for message in TRANSLATED}
    assert {"missing": source - found, "superfluous": found - source} == {
        "missing": set(),
        "superfluous": set(),
    }


@pytest.mark.parametrize("message", TRANSLATED, ids=lambda message: str(message.id)[:40])
def test_translation_has_the_places_of_the_source(message):
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    wanted = set(PLACE.findall(sources[-1]))
    for form in forms(message):
        assert set(PLACE.findall(form)) == wanted


def test_plurals_have_three_forms():
    assert {len(message.string) for message in TRANSLATED if not isinstance(message.id, str)} <= {3}


def test_merging_invents_no_translation():
    catalog = read_catalog()
    known = len(untranslated(catalog))
    source = template()
    source.add("A sentence that nobody has written before")
    assert len(untranslated(merged(catalog, source))) == known + 1
