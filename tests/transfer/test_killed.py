"""kill -9 in the middle of an import: nothing is half done, and it goes on where it was."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

_CHILD = Path(__file__).with_name("killed_child.py")
_ROWS = 3000
_SECONDS = 300


def child(*words: str, data: Path) -> subprocess.Popen:
    environment = {
        **os.environ,
        "VERNOST_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "vernost.config.settings",
    }
    environment.pop("VERNOST_TEST_DATABASE_URL", None)
    return subprocess.Popen(
        [sys.executable, str(_CHILD), *words], env=environment, stdout=subprocess.PIPE, text=True
    )


def facts(data: Path) -> tuple[int, int, int, str]:
    """(bookmark, orders, rows of batches, state), as another process finds them."""
    out, _ = child("look", data=data).communicate(timeout=_SECONDS)
    bookmark, orders, noted, state = out.split()
    return int(bookmark), int(orders), int(noted), state


@pytest.mark.skipif(
    os.environ.get("VERNOST_TEST_DATABASE") == "postgresql", reason="has a database of its own: SQLite"
)
def test_killed_import_leaves_nothing_half_done_and_goes_on(tmp_path):
    rows = "".join(f"C-{n % 50},2026-01-{n % 28 + 1:02},{n},{n}\n" for n in range(1, _ROWS + 1))
    (tmp_path / "orders.csv").write_text(f"client,date,amount,number\n{rows}")
    child("prepare", str(tmp_path / "orders.csv"), data=tmp_path).communicate(timeout=_SECONDS)

    with child("run", data=tmp_path) as running:
        # The child says each chunk that is in: it is killed somewhere in the work on the next ones.
        seen = Counter(running.stdout.readline().strip() for _ in range(3))
        time.sleep(0.02)
        running.send_signal(signal.SIGKILL)

    assert seen["chunk"] == 3
    bookmark, orders, noted, state = facts(tmp_path)
    assert 0 < bookmark < _ROWS
    assert (orders, noted, state) == (bookmark, bookmark, "running")

    child("run", data=tmp_path).communicate(timeout=_SECONDS)
    assert facts(tmp_path) == (_ROWS, _ROWS, _ROWS, "done")
