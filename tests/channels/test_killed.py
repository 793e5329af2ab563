"""kill -9 in the middle of sending: nothing is sent twice, nothing is lost, and what nobody can know is said."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.channels.mail_server import mail_server

_CHILD = Path(__file__).with_name("killed_child.py")
_LETTERS, _KILLS = 1000, 10
_SECONDS = 300
# A letter is unsure when its server was silent for the time given below and a margin of 5 s.
_PATIENCE = 6.5

pytestmark = pytest.mark.skipif(
    os.environ.get("VERNOST_TEST_DATABASE") == "postgresql", reason="has a database of its own: SQLite"
)


def environment(data: Path, port: int) -> dict[str, str]:
    given = {name: value for name, value in os.environ.items() if not name.startswith("VERNOST_")}
    return given | {
        "VERNOST_DATA": str(data),
        "VERNOST_MAIL_URL": f"smtp-plain://127.0.0.1:{port}",
        "VERNOST_MAIL_FROM": "office@firm.example",
        "VERNOST_MAIL_TIMEOUT": "1",
        "VERNOST_LEASE_SECONDS": "1",
        "DJANGO_SETTINGS_MODULE": "vernost.config.settings",
    }


def prepare(letters: int, data: Path, port: int) -> None:
    subprocess.run(
        [sys.executable, str(_CHILD), str(letters)], env=environment(data, port), check=True, timeout=_SECONDS
    )


def worker(data: Path, port: int) -> subprocess.Popen:
    """The worker as `vernost run` starts it; its look at what is due comes at once instead of within a minute."""
    with database(data) as connection, connection:
        connection.execute("UPDATE core_schedule SET last_at = '2020-01-01'")
    return subprocess.Popen(
        [sys.executable, "-m", "vernost.cli", "manage", "work"], env=environment(data, port)
    )


def database(data: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(next(data.glob("*.sqlite3")), timeout=30))


def letters(data: Path) -> dict[str, str]:
    """Number in the mail -> state."""
    with database(data) as connection:
        return dict(connection.execute("SELECT message_id, state FROM channels_letter"))


def wait_until(is_so) -> None:
    for _ in range(_SECONDS * 50):
        if is_so():
            return
        time.sleep(0.02)
    pytest.fail(f"waited for {_SECONDS} s")


def finish(data: Path, port: int) -> None:
    """Lets one worker send the rest, and another, some seconds later, look at what was cut off."""
    for state in ("queued", "sending"):
        running = worker(data, port)
        wait_until(lambda state=state: state not in letters(data).values())
        running.terminate()  # the letter at hand is ended first
        running.wait(_SECONDS)
        time.sleep(_PATIENCE)


def kill(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_ten_kills_in_a_thousand_letters(tmp_path):
    chance = random.Random(20261122)
    with mail_server() as (taken, port):
        prepare(_LETTERS, tmp_path, port)
        for number in range(1, _KILLS + 1):
            running = worker(tmp_path, port)
            goal = number * _LETTERS // (_KILLS + 2)
            wait_until(lambda goal=goal: len(taken.letters) >= goal)
            time.sleep(chance.uniform(0, 0.02))
            kill(running)
        finish(tmp_path, port)

    states = letters(tmp_path)
    unsure = {number for number, state in states.items() if state == "unsure"}
    times = Counter(taken.numbers)
    assert max(times.values()) == 1, "sent twice"
    assert Counter(states.values()) == {
        "sent": _LETTERS - len(unsure),
        **({"unsure": len(unsure)} if unsure else {}),
    }
    assert set(states) - set(times) <= unsure, "lost"
    # A worker has one letter in its hands: a kill leaves at most one of which nobody can know.
    assert len(unsure) <= _KILLS
    counts = (
        f"{len(times)} taken by the server, {len(unsure)} unsure, {len(unsure & set(times))} of them taken\n"
    )
    (tmp_path / "counts.txt").write_text(counts)


def test_killed_between_the_last_word_and_the_answer(tmp_path):
    """The worst moment: the server has the letter, the worker is gone before it hears so."""
    with mail_server() as (taken, port):
        prepare(3, tmp_path, port)
        taken.hold.set()
        running = worker(tmp_path, port)
        wait_until(taken.whole.is_set)
        kill(running)
        taken.hold.clear()
        finish(tmp_path, port)

    assert Counter(letters(tmp_path).values()) == {"sent": 2, "unsure": 1}
    assert len(taken.numbers) == len(set(taken.numbers)) == 3
