"""What the database holds, told alike for SQLite and PostgreSQL."""

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def table_names() -> list[str]:
    """Every table of the installation, Django's too, by name; search indexes keep themselves."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_list(cursor)
    return sorted(table.name for table in found if table.type == "t" and not is_index_of_search(table.name))


def is_index_of_search(name: str) -> bool:
    """The tables in which SQLite keeps a full-text index."""
    return "_fts" in name


def row_counts() -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for name in table_names():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")
            counts[name] = cursor.fetchone()[0]
    return counts


def applied_migrations() -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
