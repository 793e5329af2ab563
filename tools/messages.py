"""Brings the Russian django.po up to date with the source and compiles it: `python -m tools.messages`.

Messages come from the Python files, the Django templates and the declarations of the engine (meanings of
tables, columns and settings). English is the language of the source. New messages come in empty and are to be
translated by hand; a test refuses empty, fuzzy and superfluous ones.
"""

import ast
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
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
# What the strings among the arguments of each marking function are.
ONE, MANY, CONTEXT = "one", "many", "context"
SHAPES = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (ONE,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (ONE, MANY)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (CONTEXT, ONE)),
    "npgettext": (CONTEXT, ONE, MANY),
}
TEMPLATE_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Message = tuple[str | None, str | tuple[str, str]]


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
    # A date in the file would only make two branches quarrel.
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
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


def declared() -> Iterator[Message]:
    """The meanings that the engine declares."""
    for table in (*INPUTS.values(), *OUTPUTS.values()):
        yield None, table.meaning
        for column in table.columns:
            yield None, column.meaning
            if column.unit:
                yield None, column.unit
    for setting in fields(Settings):
        yield None, setting.metadata["meaning"]


def written(directory: Path = SOURCE) -> Iterator[Message]:
    """The messages that stand in the code and in the templates below `directory`."""
    for path in sorted(directory.rglob("*")):
        if path.suffix == ".py":
            yield from in_code(path.read_text(encoding="utf-8"))
        elif path.suffix in {".html", ".txt"}:
            yield from in_template(path.read_text(encoding="utf-8"))


def in_code(text: str) -> Iterator[Message]:
    """Calls like gettext("…") whose messages are plain strings; what is computed is marked where it is written."""
    for call in ast.walk(ast.parse(text)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        strings = [
            arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if name not in SHAPES or len(strings) < len(SHAPES[name]):
            continue
        parts = dict(zip(SHAPES[name], strings, strict=False))
        yield parts.get("context"), (parts["one"], parts["many"]) if "many" in parts else parts["one"]


def in_template(text: str) -> Iterator[Message]:
    """What {% translate %} and {% blocktranslate %} say."""
    # Templates are indented as HTML likes it, which Python does not.
    code = "\n".join(line.lstrip() for line in templatize(text).splitlines()).encode()
    for _line, message, _comments, context in extract("python", BytesIO(code), keywords=TEMPLATE_KEYWORDS):
        yield context, message if isinstance(message, str) else (message[0], message[1])


if __name__ == "__main__":
    main()
