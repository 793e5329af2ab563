"""Makes the reference pages of docs/ from the declarations in the code; a test fails when they are old.

`python -m tools.reference` (in `make reference`) writes them.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, fields
from itertools import groupby
from pathlib import Path

from tools.steps_page import steps_text
from vernost.config.environment import SETTINGS
from vernost.engine import codes
from vernost.engine.settings import Settings
from vernost.engine.tables import INPUTS, OUTPUTS, Column, TableSpec

DOCS = Path(__file__).parents[1] / "docs"
NOTICE = "<!-- Made from the code by `make reference`. Change the declaration, not this page. -->\n"
AREAS = {
    "unhappy": "D1 The client is unhappy",
    "difficulty": "D2 The client is in difficulty",
    "change": "D3 The client wants a change",
    "dependence": "D4 We depend on the client",
    "ending": "D5 Consider ending the relationship",
    "inattention": "D6 We are inattentive",
    "chance": "D7 A chance",
}
KINDS = {
    "trend": "a direction over the last events; false alarms limited by `alarm_rate`",
    "rate": "how often, now against before; false alarms limited by `alarm_rate`",
    "state": "something that is so on the day",
    "act": "something that the client did",
}


def pages() -> dict[Path, str]:
    """Every made page: its path and its whole text."""
    return {
        DOCS / "engine" / "steps.md": steps_page(),
        DOCS / "engine" / "tables.md": tables_page(),
        DOCS / "engine" / "settings.md": settings_page(),
        DOCS / "admin" / "settings.md": environment_page(),
        DOCS / "engine" / "signals.md": signals_page(),
        DOCS / "api" / "operations.md": operations_page(),
        DOCS / "guide" / "en" / "commands.md": commands_page("en"),
        DOCS / "guide" / "ru" / "commands.md": commands_page("ru"),
    }


def steps_page() -> str:
    return page(
        "Steps",
        "Every step as its own file describes it: columns in and out, units, formula, source.",
        steps_text(),
    )


def tables_page() -> str:
    return page(
        "Tables",
        "What an assessment reads and what it writes. Only `orders` with the columns in **bold** is needed;\n"
        "each further table and column sharpens the judgement.",
        section("What goes in", *map(table_text, INPUTS.values())),
        section("What comes out", *map(table_text, OUTPUTS.values())),
    )


def table_text(spec: TableSpec) -> str:
    rows = ((column_name(column), type_text(column), column.unit, column.meaning) for column in spec.columns)
    return f"### {spec.name}\n\n{spec.meaning}\n\n{grid(('column', 'type', 'unit', 'meaning'), rows)}"


def column_name(column: Column) -> str:
    return f"**`{column.name}`**" if column.required else f"`{column.name}`"


def type_text(column: Column) -> str:
    limits = ", ".join(
        f"{sign} {limit:g}" for sign, limit in (("≥", column.least), ("≤", column.most)) if limit is not None
    )
    choice = " · ".join(f"`{code}`" for code in column.allowed)
    return ": ".join(part for part in (column.type, limits or choice) if part)


def environment_page() -> str:
    rows = [
        f"| `{one.name}` | {one.type} | {f'`{one.default}`' if one.default else 'none'} | {one.meaning} |"
        for one in SETTINGS
    ]
    return "\n".join(
        (
            NOTICE,
            "# Settings of an installation",
            "",
            "Read from the environment when Vernost starts. A misspelt or insecure one stops the start and says why.",
            "",
            "| variable | type | default | meaning |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        )
    )


def settings_page() -> str:
    rows = (
        (f"`{setting.name}`", f"`{default_text(setting)}`", setting.metadata["meaning"])
        for setting in fields(Settings)
    )
    return page(
        "Settings",
        "The company's own definitions. Whoever changes none gets the method as the articles describe it.",
        grid(("setting", "default", "what it decides"), rows),
    )


def default_text(setting: Field[object]) -> str:
    default = getattr(Settings(), setting.name)
    return repr(dict(default)) if isinstance(default, Mapping) else repr(default)


def signals_page() -> str:
    kinds = grid(("kind", "meaning"), ((f"`{kind}`", meaning) for kind, meaning in KINDS.items()))
    areas = (
        section(AREAS[area], grid(SIGNAL_HEAD, map(signal_row, signals)))
        for area, signals in groupby(codes.SIGNALS, key=lambda signal: signal.area)
    )
    return page(
        "Signals",
        "What an assessment may find about a client. Severity: 1 note, 2 warning, 3 alarm. `observed`,\n"
        "`expected` and `threshold` are the columns of the table `signals` with the numbers.",
        kinds,
        *areas,
    )


SIGNAL_HEAD = ("signal", "kind", "severity", "tables needed", "observed", "expected", "threshold")


def signal_row(signal: codes.Signal) -> tuple[str, ...]:
    needs = ", ".join(f"`{table}`" for table in signal.needs)
    return (
        f"`{signal.code}`",
        signal.kind,
        str(signal.severity),
        needs,
        signal.observed,
        signal.expected,
        signal.threshold,
    )


def commands_page(language: str) -> str:
    return printed_by("tools.commands_page", language)


def operations_page() -> str:
    return printed_by("tools.operations_page")


def printed_by(*module: str) -> str:
    made = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=DOCS.parent,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return f"{NOTICE}\n{made.stdout}"


def page(title: str, lead: str, *parts: str) -> str:
    return "\n".join((NOTICE, f"# {title}\n", f"{lead}\n", *parts))


def section(title: str, *parts: str) -> str:
    return "\n".join((f"## {title}\n", *parts))


def grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    return "".join(grid_lines([*head], rows))


def grid_lines(head: list[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def main() -> None:
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {path.relative_to(DOCS.parent)}")


if __name__ == "__main__":
    main()
