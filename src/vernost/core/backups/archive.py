"""A backup is one .tar.gz: the database, uploaded files and a manifest with their checksums."""

import shutil
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from vernost.core.backups import postgresql, sqlite
from vernost.core.backups.manifest import BadBackup, Manifest, compare, digests_of, read_manifest
from vernost.core.backups.tables import applied_migrations, row_counts

_UPLOADS = "uploads"


class NotEmpty(Exception):
    """The database has people in it already; the text names how many. Nothing was changed."""


def write_backup(*, to: Path, version: str, at: datetime) -> Manifest:
    """Writes the file `to`, whole or not at all. The installation may go on working meanwhile."""
    with tempfile.TemporaryDirectory(dir=to.absolute().parent, prefix=".vernost-") as place:
        content = Path(place, "content")
        (content / "database").mkdir(parents=True)
        _database().dump(content / "database")
        uploads = settings.VERNOST_DATA / _UPLOADS
        if uploads.is_dir():
            shutil.copytree(uploads, content / _UPLOADS)
        manifest = Manifest(
            made_at=at.isoformat(timespec="seconds"),
            version=version,
            database=connection.vendor,
            migrations=applied_migrations(),
            rows=row_counts(),
            digests=digests_of(content),
        )
        manifest.write(content)
        packed = Path(place, "packed")
        with tarfile.open(packed, "w:gz", compresslevel=6) as archive:
            archive.add(content, ".")
        packed.rename(to)
    return manifest


def restore_backup(*, source: Path, overwrite: bool) -> Manifest:
    """Puts the content of `source` in place of this installation's and brings it up to this version.

    BadBackup for a file that is damaged, of another kind of database or of a newer version; NotEmpty without
    `overwrite`. In both cases nothing was changed.
    """
    with tempfile.TemporaryDirectory(prefix="vernost-") as place:
        content = Path(place)
        _unpack(source, content)
        manifest = read_manifest(content)
        compare(manifest, content)
        _refuse(manifest, overwrite)
        _database().load(content / "database", manifest.migrations)
        if (content / _UPLOADS).is_dir():
            shutil.copytree(content / _UPLOADS, settings.VERNOST_DATA / _UPLOADS, dirs_exist_ok=True)
    call_command("migrate", verbosity=0)
    return manifest


def _unpack(source: Path, content: Path) -> None:
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(content, filter="data")
    except (OSError, tarfile.TarError, EOFError) as error:
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
