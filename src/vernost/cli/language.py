"""In which language this run of the command speaks: chosen once, before any command is loaded."""

from collections.abc import Mapping, Sequence
from gettext import NullTranslations

from vernost.assessment.wording.catalogue import LANGUAGES, load_catalogue

_spoken: dict[str, str | NullTranslations] = {"language": "en", "catalogue": NullTranslations()}


def speak(language: str) -> None:
    """From now on every word of the command line is in `language`."""
    _spoken.update(language=language, catalogue=load_catalogue(language))


def spoken_language() -> str:
    return str(_spoken["language"])


def gettext(message: str, **values: object) -> str:
    """`message` in the language of this run, with `values` put into its {places}."""
    catalogue = _spoken["catalogue"]
    translated = catalogue.gettext(message) if isinstance(catalogue, NullTranslations) else message
    return translated.format(**values) if values else translated


def language_of_environment(environ: Mapping[str, str]) -> str:
    """Russian where the person's environment says so, else English."""
    for name in ("VERNOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "ru" if value.lower().startswith("ru") else "en"
    return "en"


def take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The value of `--lang`, right or wrong (None: not given), and the arguments without it."""
    rest: list[str] = []
    language: str | None = None
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            language = next(words, "")
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return language, rest


def is_known(language: str) -> bool:
    return language in LANGUAGES
