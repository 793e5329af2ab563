"""No text in the engine: codes and numbers, words live in the translations (architecture)."""

import ast
import re

from tests.conventions.tree import ROOT, SOURCE, engine_files, syntax

CYRILLIC = re.compile("[А-Яа-яЁё]")
TRANSLATORS = {"_", "gettext", "ngettext", "pgettext", "npgettext", "gettext_lazy", "gettext_noop"}
# The reader recognises what people call their columns, months and truths in Russian.
READS_RUSSIAN = SOURCE / "engine" / "io"


def test_no_russian_outside_the_reader():
    assert [
        str(path.relative_to(ROOT))
        for path in engine_files()
        if not path.is_relative_to(READS_RUSSIAN) and CYRILLIC.search(path.read_text(encoding="utf-8"))
    ] == []


def test_nothing_is_translated():
    assert [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in engine_files()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS
    ] == []
