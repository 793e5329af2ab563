"""Letters and rules ready to be changed and sent by hand, in the language of the client, not of the page."""

from collections.abc import Mapping

from vernost.care.letters import en, ru
from vernost.care.letters.shape import LETTERS, RULES, Letter, RulesText

TEXTS: Mapping[str, Mapping[str, Letter]] = {"en": en.LETTERS, "ru": ru.LETTERS}
RULES_TEXTS: Mapping[str, Mapping[str, RulesText]] = {"en": en.RULES, "ru": ru.RULES}

__all__ = ["LETTERS", "RULES", "RULES_TEXTS", "TEXTS", "Letter", "RulesText"]
