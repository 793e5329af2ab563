"""Brings the database up to this version of the program: a backup first, a check after, and back if anything fails."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from vernost.core.actions.seal import seal_audit_log
from vernost.core.backups.archive import roll_back, write_backup
from vernost.core.backups.check import check_data
from vernost.core.backups.tables import applied_migrations, table_names
from vernost.core.statistics import refresh_statistics


class UnableToUpgrade(Exception):
    """Nothing was changed, or everything is as it was before; the text says why. `backup` is there if one was made."""

    def __init__(self, reason: str, backup: Path | None = None) -> None:
        self.backup = backup
        super().__init__(reason)


@dataclass(frozen=True)
class Upgraded:
    """`steps` migrations were made; `backup` has the state before, None where there was nothing to be kept."""

    steps: int
    backup: Path | None


def missing_steps() -> int:
    """How many migrations the database lacks. UnableToUpgrade when it is of a newer version than this program."""
    loader = MigrationExecutor(connection).loader
    applied = applied_migrations() if table_names() else []
    known = {f"{app}.{name}" for app, name in loader.disk_migrations or {}}
    newer = [one for one in applied if one not in known and one.partition(".")[0] in loader.migrated_apps]
    if newer:
        raise UnableToUpgrade(f"the data were made by a newer version ({', '.join(newer[:3])})")
    return len(_missing())


def upgrade(*, at: datetime, version: str, key: str = "") -> Upgraded:
    """Backup, migrations, check. When a migration fails, or the data are not whole after it, the state before comes
    back and UnableToUpgrade says so; web server and worker must not run meanwhile.
    """
    steps = missing_steps()
    if not steps:
        return Upgraded(0, None)
    if not applied_migrations() or not _has_people():
        call_command("migrate", verbosity=0)
        return Upgraded(steps, None)
    backup = _backup(at, version, key)
    try:
        call_command("migrate", verbosity=0)
        checked = check_data()
        if not checked.is_whole:
            raise UnableToUpgrade(
                checked.damage or checked.dangling or "the audit log is not as it was sealed"
            )
        # An index that was made anew is unknown to the planner until then.
        refresh_statistics()
    except Exception as error:
        # Whatever it was: the state before comes back.
        connection.close()
        roll_back(source=backup, key=key)
        raise UnableToUpgrade(str(error) or type(error).__name__, backup) from error
    return Upgraded(steps, backup)


def _backup(at: datetime, version: str, key: str) -> Path:
    folder = settings.VERNOST_DATA / "backups"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file: Path = folder / f"before-{version}-{at:%Y-%m-%d-%H%M%S}.tar.gz"
    if _can_seal():
        seal_audit_log(at=at)
    write_backup(to=file, version=version, at=at, key=key)
    return file


def _has_people() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_user")
        return bool(cursor.fetchone()[0])


def _can_seal() -> bool:
    """The tables of the log are those that this program expects."""
    return all(app != "core" for app, _name in _missing())


def _missing() -> list[tuple[str, str]]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(one.app_label, one.name) for one, _backwards in plan]
