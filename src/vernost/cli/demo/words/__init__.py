"""The invented names and sentences of the demo, per language."""

from vernost.cli.demo.words.en import ENGLISH
from vernost.cli.demo.words.ru import RUSSIAN
from vernost.cli.demo.words.shape import CompanyWords, Words

WORDS: dict[str, Words] = {"ru": RUSSIAN, "en": ENGLISH}

__all__ = ["WORDS", "CompanyWords", "Words"]
