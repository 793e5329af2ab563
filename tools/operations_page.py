"""Prints the table of the API's operations, as Markdown: `python -m tools.operations_page`.

A process of its own: it brings Django up.
"""

import os
import sys
from collections.abc import Iterator
from itertools import groupby
from tempfile import gettempdir
from typing import Any

LEAD = """# Operations

Every operation of the API, as its document (`/api/v1/openapi.json`) has them. *Scope* is what the token must be for,
*right* what its owner must be allowed to do; what he does not see is not found.
"""


def operations_page() -> str:
    from vernost.cli.django import start_django  # noqa: PLC0415 (the settings are read when Django starts)

    # Pages are made without an installation; nothing is kept there.
    os.environ.setdefault("VERNOST_DATA", gettempdir())
    os.environ["VERNOST_SECRET_KEY"] = "only for making a page, worth nothing to anybody, long enough"  # noqa: S105
    start_django()
    from vernost.api.interface import api  # noqa: PLC0415

    paths = api.get_openapi_schema()["paths"]
    rows = [(operation["tags"][0], line) for operation, line in _lines(paths)]
    parts = [LEAD]
    for area, lines in groupby(rows, key=lambda row: row[0]):
        head = "| operation | what it does | scope | right |\n| --- | --- | --- | --- |"
        parts.append(f"## {area}\n\n{head}\n" + "\n".join(line for _area, line in lines) + "\n")
    return "\n".join(parts)


def _lines(paths: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    for path, operations in paths.items():
        for method, operation in operations.items():
            scope, right = operation.get("x-scope", ""), operation.get("x-right", "")
            cells = (f"`{method.upper()} {path}`", operation["summary"], _code(scope), _code(right))
            yield operation, f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    return f"`{text}`" if text else "any"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a text stream when run as a program
    print(operations_page(), end="")
