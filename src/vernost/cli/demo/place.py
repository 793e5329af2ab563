"""Where a demo company lives: one folder, apart from every other installation."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """`folder` holds the database and, written last, the login; without the login the rest is an unfinished start."""

    folder: Path

    @property
    def _login_file(self) -> Path:
        return self.folder / "demo-login"

    def rule_the_environment(self, language: str) -> None:
        """Whatever the installation of this machine is set to, the demo is embedded, local and sends nothing."""
        for name in [name for name in os.environ if name.startswith("VERNOST_")]:
            del os.environ[name]
        os.environ.update(
            VERNOST_DATA=str(self.folder), VERNOST_LANGUAGE=language, VERNOST_DEMO="yes", VERNOST_WORKERS="1"
        )

    def is_made(self) -> bool:
        return self._login_file.exists()

    def login(self) -> tuple[str, str]:
        """E-mail and password of the director."""
        login, password = self._login_file.read_text(encoding="utf-8").split()
        return login, password

    def keep_login(self, login: str, password: str) -> None:
        """The demo is made: from now on `is_made`. Readable by its owner alone."""
        fresh = self._login_file.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(f"{login}\n{password}\n", encoding="utf-8")
        fresh.rename(self._login_file)

    def clear(self) -> None:
        """Removes what a start that was cut off has left, and nothing that is not ours."""
        for left in self.folder.glob("vernost.sqlite3*"):
            left.unlink()
        shutil.rmtree(self.folder / "uploads", ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
