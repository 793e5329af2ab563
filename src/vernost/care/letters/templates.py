"""The letter templates that come with the program, in both languages."""

from collections.abc import Mapping

from vernost.care.letters import templates_en as en
from vernost.care.letters import templates_ru as ru
from vernost.care.letters.shape import Letter

# Language -> purpose -> text, and so for the names.
TEMPLATES: Mapping[str, Mapping[str, Letter]] = {"en": en.TEMPLATES, "ru": ru.TEMPLATES}
NAMES: Mapping[str, Mapping[str, str]] = {"en": en.NAMES, "ru": ru.NAMES}
# What stands above the link to unsubscribe.
UNSUBSCRIBE: Mapping[str, str] = {"en": en.UNSUBSCRIBE, "ru": ru.UNSUBSCRIBE}
