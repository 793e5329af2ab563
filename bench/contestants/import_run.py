"""One import from the upload to the last row, in a process of its own: <file> <mapping as JSON>.

The database is that of the environment: SQLite in VERNOST_DATA, or VERNOST_DATABASE_URL. Prints seconds and memory.
"""

import json
import resource
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management import call_command
from django.db import connection

from vernost.core.enums import Face, Role
from vernost.core.models import User
from vernost.transfer.actions.check import check_import
from vernost.transfer.actions.execute import run_import, start_import
from vernost.transfer.actions.upload import choose_columns, upload_file
from vernost.transfer.plan import Plan

AT = datetime(2026, 3, 5, tzinfo=UTC)
_PIECE = 1 << 20


def main(words: list[str]) -> None:
    file, mapping = words
    print(json.dumps(_imported(Path(file), json.loads(mapping))))


def _imported(path: Path, mapping: dict[str, str]) -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    director = User.objects.create(email="d@firm.example", name="Dina", role=Role.DIRECTOR)
    before = _peak()
    with path.open("rb") as file:
        pieces = iter(lambda: file.read(_PIECE), b"")
        run = upload_file(pieces=pieces, name="orders.csv", by=director, at=AT, face=Face.WEB)
    plan = Plan(mapping=mapping, client_key="code", make_clients=True)
    choose_columns(run=run, kind="orders", plan=plan, by=director, at=AT, face=Face.WEB)
    begun = perf_counter()
    run = check_import(run=run, at=AT)
    checked = perf_counter()
    run = run_import(run=start_import(run=run, by=director, at=AT, face=Face.WEB), at=AT)
    done = perf_counter()
    return {
        "check": checked - begun, "work": done - checked, "created": run.counts["created"],
        "refused": run.counts["refused"], "as_expected": run.counts == run.expected,
        "peak": _peak(), "start": before, "database": connection.vendor,
    }  # fmt: skip


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
