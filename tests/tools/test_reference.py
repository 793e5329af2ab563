"""The pages of docs/ that are made from declarations are up to date, and complete."""

from dataclasses import fields

import pytest

from tools.reference import DOCS, pages
from vernost.cli.commands import COMMANDS
from vernost.engine.codes import SIGNALS
from vernost.engine.settings import Settings
from vernost.engine.tables import INPUTS, OUTPUTS


def test_made_pages_are_up_to_date():
    assert [
        str(path.relative_to(DOCS))
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ] == [], "run: make reference"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_command_is_documented(language):
    text = (DOCS / "guide" / language / "commands.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"\n## vernost {name}\n" not in text] == []


def test_every_signal_is_documented():
    text = (DOCS / "engine" / "signals.md").read_text()

    assert [signal.code for signal in SIGNALS if f"| `{signal.code}` |" not in text] == []


def test_every_setting_is_documented():
    text = (DOCS / "engine" / "settings.md").read_text()

    assert [setting.name for setting in fields(Settings) if f"| `{setting.name}` |" not in text] == []


def test_every_column_is_documented():
    text = (DOCS / "engine" / "tables.md").read_text()
    specs = [*INPUTS.values(), *OUTPUTS.values()]

    assert [
        f"{spec.name}.{column.name}"
        for spec in specs
        for column in spec.columns
        if f"`{column.name}`" not in text or column.meaning not in text
    ] == []
