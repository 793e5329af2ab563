"""An installation to be broken: a data folder, and processes that work on it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_CHILD = "bench.trust.child"
_PATIENCE = 600
_KILLED = -signal.SIGKILL


@dataclass(frozen=True)
class Installation:
    """`url` of the database, empty for SQLite in `folder`; `mail` is the port of a mail server on this machine."""

    folder: Path
    url: str = ""
    mail: int = 0

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "VERNOST_DATA": str(self.folder),
            "VERNOST_DATABASE_URL": self.url,
            "VERNOST_LEASE_SECONDS": "2",
            "VERNOST_TIME_ZONE": _where_it_is_noon(),
            "DJANGO_SETTINGS_MODULE": "vernost.config.settings",
            **(self._mail() if self.mail else {}),
            **more,
        }

    def _mail(self) -> dict[str, str]:
        return {
            "VERNOST_MAIL_URL": f"smtp-plain://127.0.0.1:{self.mail}",
            "VERNOST_MAIL_FROM": "office@firm.example",
            "VERNOST_MAIL_TIMEOUT": "1",
        }

    def log(self) -> Path:
        """What its processes write beside what they say."""
        return self.folder.parent / f"{self.folder.name}.log"

    def begin(self, *words: str, **more: str) -> "subprocess.Popen[str]":
        """A child (bench/trust/child.py) of which one reads what it says; what it logs goes into a file beside."""
        with self.log().open("a", encoding="utf-8") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "bench.started", _CHILD, *words],
                env=self.environment(**more), stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip

    def do(self, *words: str, **more: str) -> Any:
        """Runs a child to its end and returns the last line that it says, read as JSON. RuntimeError when it breaks."""
        with self.begin(*words, **more) as child:
            said, _ = child.communicate(timeout=_PATIENCE)
        if child.returncode:
            log = self.log().read_text(encoding="utf-8")
            raise RuntimeError(f"{' '.join(words)} ended with {child.returncode}\n{log[-3000:]}")
        lines = said.strip().splitlines()
        return json.loads(lines[-1]) if lines else None

    def copy(self, to: Path) -> "Installation":
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        return replace(self, folder=to)


def _where_it_is_noon() -> str:
    """No day may end while a check runs. Etc/GMT+3 is three hours behind Greenwich."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


def until_said(child: "subprocess.Popen[str]", word: str) -> bool:
    """Waits for the line `word`; False when the child ends without it."""
    if child.stdout is None:
        return False
    return any(line.strip() == word for line in iter(child.stdout.readline, ""))


def kill(child: "subprocess.Popen[str]") -> bool:
    """kill -9. False when it had ended by itself with an error before."""
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=_PATIENCE)
    return child.returncode in (_KILLED, 0)
