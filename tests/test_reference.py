"""The pages of docs/ that are made from declarations are up to date, and complete."""

from dataclasses import fields

import pytest

from tools.reference import DOCS, pages
from vernost.engine.codes import SIGNALS
from vernost.engine.settings import Settings
from vernost.engine.tables import INPUTS, OUTPUTS


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in pages()])
def test_made_page_is_up_to_date(path):
    assert path.read_text() == pages()[path], "run: make reference"


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
