"""A backup is one .tar.gz: the database, the files of imports and a manifest with their checksums."""

import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from vernost.core.backups import postgresql, sqlite
from vernost.core.backups.manifest import BadBackup, Manifest, compare, digests_of, read_manifest
from vernost.core.backups.sealed import is_sealed, seal, unseal
from vernost.core.backups.tables import applied_migrations, row_counts

# What people attached, and what imports still need.
_FOLDERS = ("uploads", "transfer")
_MADE_AGAIN = {"archive.zip"}


class NotEmpty(Exception):
    """The database has people in it already; the text names how many. Nothing was changed."""


def write_backup(*, to: Path, version: str, at: datetime, key: str = "") -> Manifest:
    """Writes the file `to`, whole or not at all, under `key` if one is given. The installation may go on working."""
    with tempfile.TemporaryDirectory(dir=to.absolute().parent, prefix=".vernost-") as place:
        content = Path(place, "content")
        (content / "database").mkdir(parents=True)
        rows = _database().dump(content / "database")
        for folder in _FOLDERS:
            _copy_files(settings.VERNOST_DATA / folder, content / folder)
        manifest = Manifest(
            made_at=at.isoformat(timespec="seconds"),
            version=version,
            database=connection.vendor,
            migrations=applied_migrations(),
            rows=rows,
            digests=digests_of(content),
        )
        manifest.write(content)
        packed = Path(place, "packed")
        with tarfile.open(packed, "w:gz", compresslevel=6) as archive:
            archive.add(content, ".")
        if key:
            seal(packed, Path(place, "sealed"), key)
            packed = Path(place, "sealed")
        packed.rename(to)
    return manifest


def restore_backup(*, source: Path, overwrite: bool, key: str = "") -> Manifest:
    """Puts the content of `source` in place of this installation's and brings it up to this version.

    BadBackup for a file that is damaged, of another kind of database, of a newer version or under another key; NotEmpty
    without `overwrite`. In both cases nothing was changed.
    """
    with _opened(source, key) as (content, manifest):
        _refuse(manifest, overwrite)
        _load(content, manifest)
    call_command("migrate", verbosity=0)
    return manifest


def roll_back(*, source: Path, key: str = "") -> Manifest:
    """The state of the backup as it was, in its own version: for an upgrade that failed half-way."""
    with _opened(source, key) as (content, manifest):
        _load(content, manifest)
    return manifest


@contextmanager
def _opened(source: Path, key: str) -> Iterator[tuple[Path, Manifest]]:
    with tempfile.TemporaryDirectory(prefix="vernost-") as place:
        content = Path(place, "content")
        content.mkdir()
        if is_sealed(source):
            if not key:
                raise BadBackup("it is under a key; give it in VERNOST_BACKUP_KEY")
            unseal(source, Path(place, "packed"), key)
            source = Path(place, "packed")
        _unpack(source, content)
        manifest = read_manifest(content)
        compare(manifest, content)
        yield content, manifest


def _load(content: Path, manifest: Manifest) -> None:
    _database().load(content / "database", manifest.migrations)
    for folder in _FOLDERS:
        if (content / folder).is_dir():
            shutil.copytree(content / folder, settings.VERNOST_DATA / folder, dirs_exist_ok=True)


def _copy_files(source: Path, to: Path) -> None:
    """Archives of exports are left out, they are made again when somebody asks; a file that goes meanwhile was not
    needed any more.
    """
    for file in sorted(source.rglob("*")) if source.is_dir() else ():
        if file.is_file() and file.name not in _MADE_AGAIN and "spill" not in file.parts:
            target = to / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                shutil.copy2(file, target)


def _unpack(source: Path, content: Path) -> None:
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(content, filter="data")
    except (OSError, tarfile.TarError, EOFError, zlib.error) as error:
        raise BadBackup(f"it cannot be unpacked ({error})") from error


def _refuse(manifest: Manifest, overwrite: bool) -> None:
    if manifest.database != connection.vendor:
        raise BadBackup(f"it holds {manifest.database}, this installation works on {connection.vendor}")
    call_command("migrate", verbosity=0)
    unknown = sorted(set(manifest.migrations) - set(applied_migrations()))
    if unknown:
        raise BadBackup(f"it was made by a newer version {manifest.version} ({', '.join(unknown[:3])})")
    people = row_counts()["core_user"]
    if people and not overwrite:
        raise NotEmpty(people)


def _database() -> ModuleType:
    return sqlite if connection.vendor == "sqlite" else postgresql
