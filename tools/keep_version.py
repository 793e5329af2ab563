"""Keeps a small database of this version, for the tests of later ones: `python -m tools.keep_version`, at a release.

It writes tests/data/versions/<version>.tar.gz, a backup of a sample company on SQLite, and beside it what is in it.
"""

import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

KEPT = Path(__file__).parents[1] / "tests" / "data" / "versions"
_SAMPLE = (
    "from pathlib import Path; from vernost.core.models import User; from vernost.core.clock import now; "
    "from vernost.core.enums import Role, Face; from vernost.core.actions.user import create_user; "
    "from bench.trust.works import import_; from django.conf import settings; "
    "by = create_user(email='d@firm.example', name='Dina', role=Role.DIRECTOR, password=None, by=None, at=now(), "
    "face=Face.CLI); import_(by, settings.VERNOST_DATA, 120); "
    "from vernost.core.jobs.worker import run_queued_jobs; run_queued_jobs(); "
    "from vernost.clients.models import Client, Order; import json; "
    "print(json.dumps({'clients': Client.objects.count(), 'orders': Order.objects.count()}))"
)


def main() -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    name = KEPT / version("vernost")
    with tempfile.TemporaryDirectory() as place:
        environment = {**os.environ, "VERNOST_DATA": place, "VERNOST_TIME_ZONE": "UTC"}

        def vernost(*words: str) -> str:
            command = [sys.executable, "-m", "vernost.cli", *words]
            return subprocess.run(
                command, env=environment, check=True, stdout=subprocess.PIPE, text=True
            ).stdout

        vernost("manage", "migrate", "-v0")
        said = vernost("manage", "shell", "-v0", "-c", _SAMPLE).strip().splitlines()[-1]
        name.with_name(f"{name.name}.tar.gz").unlink(missing_ok=True)
        print(vernost("backup", f"{name}.tar.gz").strip())
    name.with_name(f"{name.name}.json").write_text(json.dumps(json.loads(said)) + "\n")


if __name__ == "__main__":
    main()
