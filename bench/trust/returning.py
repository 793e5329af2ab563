"""Backup, restore into an empty installation, and everything exported from both: every file equal to the byte."""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.trust.cluster import NoPostgres, cluster
from bench.trust.installation import Installation
from bench.trust.tally import Tally

_KEY = "a key for the backups of the check"


def returned(place: Path) -> Tally:
    """The company of the demo, on SQLite and on PostgreSQL, each open and under a key."""
    tally = Tally("backup brought back")
    for database in ("sqlite", "postgresql"):
        try:
            with _two(database) as (here, there):
                _both(tally, place / database, here, there)
        except NoPostgres:
            tally.notes.append("postgresql NOT TRIED: it is not installed here")
    return tally


@contextmanager
def _two(database: str) -> Iterator[tuple[str, str]]:
    """Addresses of two empty databases."""
    if database == "sqlite":
        yield "", ""
        return
    with cluster() as server:
        yield server.make("here"), server.make("there")


def _both(tally: Tally, place: Path, here: str, there: str) -> None:
    place.mkdir()
    first, second = Installation(place / "first", here), Installation(place / "second", there)
    first.do("demo", VERNOST_DEMO="yes")
    first.do("export", str(place / "first.zip"))
    for key in ("", _KEY):
        file = place / f"backup{len(key)}"
        _vernost(first, key, "backup", str(file))
        _vernost(second, key, "restore", str(file), "--overwrite")
        second.do("export", str(place / "second.zip"))
        before, after = _digests(place / "first.zip"), _digests(place / "second.zip")
        different = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        tally.tried += 1
        tally.lost += len(different)
        how = "under a key" if key else "open"
        tally.notes.append(
            f"{place.name}, {how}: {len(before)} files, {len(different)} differ {sorted(different) or ''}"
        )


def _vernost(one: Installation, key: str, *words: str) -> None:
    command = [sys.executable, "-m", "vernost.cli", *words]
    subprocess.run(
        command, env=one.environment(VERNOST_BACKUP_KEY=key), check=True, stdout=subprocess.DEVNULL
    )


def _digests(archive: Path) -> dict[str, str]:
    with zipfile.ZipFile(archive) as packed:
        return {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}
