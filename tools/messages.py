"""Brings the Russian django.po up to date with the source and compiles it: `python -m tools.messages`.

Messages come from the Python files, the Django templates and the declarations of the engine (meanings of
tables, columns and settings). English is the language of the source. New messages come in empty and are to be
translated by hand; a test refuses empty, fuzzy and superfluous ones.
"""

from collections.abc import Iterator
from dataclasses import fields
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from vernost.engine.settings import Settings
from vernost.engine.tables import INPUTS, OUTPUTS

SOURCE = Path(__file__).parents[1] / "src" / "vernost"
RUSSIAN = SOURCE / "locale" / "ru" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLURALS = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)


def main() -> None:
    catalog = merged(read_catalog(), template())
    with RUSSIAN.open("wb") as target:
        write_po(target, catalog, sort_output=True, width=110, ignore_obsolete=True, no_location=True)
    with RUSSIAN.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalog)
    print(f"{RUSSIAN}: {len(catalog)} messages, {len(untranslated(catalog))} to be translated")


def read_catalog() -> Catalog:
    if not RUSSIAN.exists():
        return Catalog(locale="ru", project="Vernost")
    with RUSSIAN.open("rb") as lines:
        return read_po(lines, locale="ru", abort_invalid=True)


def template() -> Catalog:
    """Every message of the source, without translations."""
    catalog = Catalog(project="Vernost")
    for context, message in (*declared(), *written()):
        catalog.add(message, context=context)
    return catalog


def merged(catalog: Catalog, source: Catalog) -> Catalog:
    """`catalog` with exactly the messages of `source`; nothing is guessed from similar messages."""
    catalog.update(source, no_fuzzy_matching=True)
    catalog.header_comment = (
        "# Russian words of Vernost; English is the language of the source (tools/messages.py)."
    )
    catalog.fuzzy = False
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """The messages that have no or not every translation, or a doubtful one."""
    return [
        str(message.id)
        for message in catalog
        if message.id and (message.fuzzy or not message.string or not all(_forms(message.string)))
    ]


def _forms(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def declared() -> Iterator[tuple[str | None, str]]:
    """The meanings that the engine declares."""
    for table in (*INPUTS.values(), *OUTPUTS.values()):
        yield None, table.meaning
        for column in table.columns:
            yield None, column.meaning
            if column.unit:
                yield None, column.unit
    for setting in fields(Settings):
        yield None, setting.metadata["meaning"]


def written(directory: Path = SOURCE) -> Iterator[tuple[str | None, str | tuple[str, ...]]]:
    """The messages that stand in the code and in the templates below `directory`."""
    for path in sorted(directory.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"}:
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # One line: what surrounds the messages has the indentation of HTML, which is not Python's.
            text = " ".join(line.strip() for line in templatize(text).splitlines())
        for _line, message, _comments, context in extract(
            "python", BytesIO(text.encode()), keywords=KEYWORDS
        ):
            yield context, message


if __name__ == "__main__":
    main()
