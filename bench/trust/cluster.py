"""A PostgreSQL server of our own, to be restarted at will."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class NoPostgres(Exception):
    """Its programs are not installed."""


@dataclass(frozen=True)
class Cluster:
    place: Path
    programs: Path

    def url(self, database: str) -> str:
        return f"postgresql://vernost@/{database}?host={self.place}"

    def run(self, program: str, *words: str) -> None:
        """As the user `postgres` where we are root, who may not start it."""
        command = [str(self.programs / program), *words]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # What a server that goes on running has inherited must not be waited for.
        with (self.place / "out").open("a") as out:
            subprocess.run(command, check=True, stdout=out, stderr=out, cwd=self.place)

    def make(self, database: str, template: str = "template0") -> str:
        """A new database like `template`; returns its address."""
        self.run("createdb", "-h", str(self.place), "-U", "vernost", "-T", template, database)
        # Up to the next checkpoint a crash would put the copied sequences back behind the rows (PostgreSQL 15).
        self.run("psql", "-q", "-h", str(self.place), "-U", "vernost", "-d", database, "-c", "CHECKPOINT")
        return self.url(database)

    def drop(self, database: str) -> None:
        """Whoever is still connected is thrown out."""
        self.run("dropdb", "-h", str(self.place), "-U", "vernost", "--force", database)

    def restart(self, how: str) -> None:
        """`how` is fast (sessions are ended) or immediate (as if the power had failed)."""
        self.run("pg_ctl", "-D", str(self.place / "data"), "-w", "-m", how, *self.options(), "restart")

    def options(self) -> tuple[str, ...]:
        address = f"-c listen_addresses= -c unix_socket_directories={self.place}"
        return ("-l", str(self.place / "log"), "-o", address)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """NoPostgres when there is none."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(re.sub(r"\D", "", one.parent.name))
    )
    if not found:
        raise NoPostgres
    with tempfile.TemporaryDirectory(prefix="vernost-pg-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        if os.getuid() == 0:
            shutil.chown(place, pwd.getpwnam("postgres").pw_uid)
        place.chmod(0o755)
        one = Cluster(place, found[-1])
        (place / "out").touch(mode=0o666)
        one.run(
            "initdb",
            "-D",
            str(place / "data"),
            "-U",
            "vernost",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        one.run("pg_ctl", "-D", str(place / "data"), "-w", *one.options(), "start")
        try:
            yield one
        finally:
            one.run("pg_ctl", "-D", str(place / "data"), "-m", "immediate", "stop")
