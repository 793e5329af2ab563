"""PostgreSQL, table by table with COPY: needs none of its programs, and fits every version of the server."""

from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from vernost.core.backups.tables import row_counts, table_names

_MIGRATIONS = "django_migrations"


def dump(folder: Path) -> dict[str, int]:
    """All tables as they are at one moment; that of the migrations is made anew by running them. Returns how many rows
    each has.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for name in set(table_names()) - {_MIGRATIONS}:
            columns = ", ".join(_columns(cursor, name))
            with (
                (folder / f"{name}.copy").open("wb") as file,
                cursor.copy(f'COPY "{name}" ({columns}) TO STDOUT') as rows,
            ):
                (folder / f"{name}.columns").write_text(columns, encoding="utf-8")
                for part in rows:
                    file.write(part)
        return row_counts()


def load(folder: Path, migrations: list[str]) -> None:
    """Makes all tables anew as they were after `migrations` and fills them, all or none."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in table_names():
            cursor.execute(f'DROP TABLE "{name}" CASCADE')
        _migrate_to(migrations)
        names = [path.stem for path in sorted(folder.glob("*.copy"))]
        # A migration that adds a foreign key has it checked at once up to the end of the transaction.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("TRUNCATE {}".format(", ".join(f'"{name}"' for name in names)))
        for name in names:
            columns = (folder / f"{name}.columns").read_text(encoding="utf-8")
            with (
                (folder / f"{name}.copy").open("rb") as file,
                cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN') as rows,
            ):
                while part := file.read(1 << 20):
                    rows.write(part)
        _move_sequences_on(cursor)


def _migrate_to(migrations: list[str]) -> None:
    """To the last of them in each app; later versions of the program bring the data further afterwards."""
    executor = MigrationExecutor(connection)
    nodes = executor.loader.graph.node_map
    known = {(app, name) for app, _, name in (one.partition(".") for one in migrations)} & set(nodes)
    followed = {
        key for key in known for child in nodes[key].children if child.key in known and child.key[0] == key[0]
    }
    executor.migrate(sorted(known - followed))


def _columns(cursor: Any, name: str) -> list[str]:
    """The columns that hold data of their own; generated ones make themselves."""
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() "
        "AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [name],
    )
    return [f'"{row[0]}"' for row in cursor.fetchall()]


def _move_sequences_on(cursor: Any) -> None:
    """The next new record gets the number after the highest."""
    models = list(connection.introspection.installed_models(connection.introspection.table_names()))
    for statement in connection.ops.sequence_reset_sql(no_style(), models):
        cursor.execute(statement)
