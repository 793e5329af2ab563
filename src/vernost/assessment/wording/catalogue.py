"""The translations, read with the standard library: the same compiled file that Django reads."""

from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path

LANGUAGES = ("en", "ru")
LOCALE = Path(__file__).parents[2] / "locale"
DOMAIN = "django"


def load_catalogue(language: str) -> NullTranslations:
    """The translations into `language`. English is the language of the source and needs no file.

    Raises FileNotFoundError where the Russian file was not compiled (`make setup` does it).
    """
    if language == "en":
        return NullTranslations()
    return translation(DOMAIN, LOCALE, languages=[language], class_=GNUTranslations)


def gettext_noop(message: str) -> str:
    """Marks `message` for translation; it is translated where it is shown."""
    return message
