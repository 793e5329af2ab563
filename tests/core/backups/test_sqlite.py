"""On SQLite, through the commands and with a database of their own: copied, lost, brought back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vernost.cli.main import DONE


@pytest.fixture
def vernost(tmp_path: Path):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("VERNOST_", "DJANGO_"))}
    environment |= {"VERNOST_LANG": "en"}

    def run(*words: str, data: str = "data") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vernost.cli", *words],
            env=environment | {"VERNOST_DATA": str(tmp_path / data)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


_MAKE_ONE = (
    "from vernost.core.actions.user import create_user; from vernost.core.clock import now; "
    "create_user(email='a@b.example', name='Anna', role='director', password=None, by=None, at=now(), face='cli')"
)
_WHO = "from vernost.core.models import User; print(User.objects.get().name)"


def test_backup_comes_back_and_damage_does_not(vernost, tmp_path):
    vernost("manage", "migrate")
    vernost("manage", "shell", "-c", _MAKE_ONE)

    made = vernost("backup", "one.tar.gz")
    assert made.returncode == DONE, made.stderr
    again = vernost("backup", "one.tar.gz")
    assert (again.returncode, "left as it is" in again.stderr) == (1, True)

    restored = vernost("restore", "one.tar.gz", data="new")
    assert restored.returncode == DONE, restored.stderr
    assert vernost("manage", "shell", "-c", _WHO, data="new").stdout.strip().endswith("Anna")
    refused = vernost("restore", "one.tar.gz", data="new")
    assert (refused.returncode, "--overwrite" in refused.stderr) == (1, True)

    checked = vernost("check", data="new")
    assert (checked.returncode, "The audit log, 1 seals: whole" in checked.stdout) == (DONE, True), checked
    (tmp_path / "bad").write_bytes((tmp_path / "one.tar.gz").read_bytes()[:2000])
    broken = vernost("restore", "bad", "--overwrite", data="new")
    assert (broken.returncode, "nothing was changed" in broken.stderr) == (1, True)
