"""Triggers with which the database itself refuses to change or delete rows of a table. For migrations.

SQLite makes a table anew when a column or a constraint changes, and its triggers are gone: a migration that changes
a guarded table guards it again.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = """CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""

_POSTGRESQL = """CREATE OR REPLACE FUNCTION vernost_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE OR REPLACE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
FOR EACH ROW EXECUTE FUNCTION vernost_append_only()"""


def guard(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    template = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(template.format(table=table, verb=verb), params=None)


def unguard(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    on_table = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}{on_table}")


@contextmanager
def rewritten(table: str) -> Iterator[None]:
    """Within, in one transaction of the caller's, rows of `table` may be changed: for erasing personal data alone."""
    on_table = "" if connection.vendor == "sqlite" else f" ON {table}"
    template = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {table}_no_UPDATE{on_table}")
        yield
        cursor.execute(template.format(table=table, verb="UPDATE"))
