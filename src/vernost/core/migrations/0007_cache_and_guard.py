from typing import Any, ClassVar

from django.core.management import call_command
from django.db import migrations

from vernost.core.append_only import guard


def make_table(apps: Any, schema_editor: Any) -> None:
    """The table of what all processes count together (wrong passwords); a cache: nothing in it is missed."""
    call_command("createcachetable", "core_cache", database=schema_editor.connection.alias, verbosity=0)


def guard_again(apps: Any, schema_editor: Any) -> None:
    """New verbs have made the table of the log anew."""
    guard(schema_editor, "core_auditentry")


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("core", "0006_access_verbs")]
    operations: ClassVar[list[Any]] = [
        migrations.RunPython(make_table, migrations.RunPython.noop),
        migrations.RunPython(guard_again, migrations.RunPython.noop),
    ]
