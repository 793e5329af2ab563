"""Build hook: compiles translations (.po, in the repository) into the .mo files that run."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):
    """Runs before every build, editable too; `artifacts` in pyproject.toml ships the result."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        locale = Path(self.root, "src", "vernost", "locale")
        for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as lines:
                catalog = read_po(lines, locale=source.parent.parent.name, abort_invalid=True)
            with source.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalog)
