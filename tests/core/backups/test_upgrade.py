"""`vernost upgrade` on a database of its own: to this version, or back to where it was."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from vernost.cli.main import DONE

_VERSIONS = Path(__file__).parents[2] / "data" / "versions"
_MAKE_ONE = (
    "from vernost.core.actions.user import create_user; from vernost.core.clock import now; "
    "create_user(email='a@b.example', name='Anna', role='director', password=None, by=None, at=now(), face='cli')"
)
_EARLIER = "0007_cache_and_guard"
# Steps of a program to come, beside the own ones: one that works and one that breaks in the middle of its changes.
_GOOD = """
from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [("core", "{last}")]
    operations = [migrations.RunSQL("CREATE TABLE core_extra (id integer)")]
"""
_BAD = """
from django.db import migrations

def fall(apps, schema_editor):
    apps.get_model("core", "User").objects.update(name="changed")
    raise RuntimeError("the step broke")

class Migration(migrations.Migration):
    dependencies = [("core", "9998_extra")]
    operations = [migrations.RunPython(fall)]
"""


def in_process(place: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("VERNOST_", "DJANGO_"))}
    environment |= {"VERNOST_LANG": "en", "VERNOST_DATA": str(place / "data"), **more}
    command = [sys.executable, "-m", "vernost.cli", *words]
    return subprocess.run(command, env=environment, cwd=place, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installation(tmp_path_factory) -> Path:
    """With one person; made once, because migrations take long."""
    place = tmp_path_factory.mktemp("installation")
    assert in_process(place, "upgrade").returncode == DONE
    assert in_process(place, "manage", "shell", "-c", _MAKE_ONE).returncode == DONE
    return place / "data"


@pytest.fixture
def vernost(tmp_path: Path, installation: Path):
    shutil.copytree(installation, tmp_path / "data")

    def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return in_process(tmp_path, *words, **more)

    return run


@pytest.fixture
def steps_to_come(tmp_path: Path) -> dict[str, str]:
    """The environment in which core has two more steps, the second of which breaks."""
    core = Path(__file__).parents[3] / "src" / "vernost" / "core" / "migrations"
    package = tmp_path / "later_core"
    package.mkdir()
    for file in core.glob("*.py"):
        (package / file.name).write_bytes(file.read_bytes())
    last = max(file.stem for file in core.glob("0*.py"))
    (package / "9998_extra.py").write_text(_GOOD.format(last=last))
    (package / "9999_broken.py").write_text(_BAD)
    (tmp_path / "later_settings.py").write_text(
        "from vernost.config.settings import *\nMIGRATION_MODULES = {'core': 'later_core'}\n"
    )
    return {"DJANGO_SETTINGS_MODULE": "later_settings", "PYTHONPATH": str(tmp_path)}


def content(tmp_path: Path) -> str:
    """Everything that the database has, schema and rows."""
    with sqlite3.connect(tmp_path / "data" / "vernost.sqlite3") as database:
        return "\n".join(database.iterdump())


def test_older_data_come_to_this_version_with_a_backup(vernost, tmp_path):
    vernost("manage", "migrate", "core", _EARLIER)

    done = vernost("upgrade")

    assert done.returncode == DONE, done.stderr
    assert "As it was before" in done.stdout
    assert len(list((tmp_path / "data" / "backups").iterdir())) == 1
    assert vernost("check").returncode == DONE
    with sqlite3.connect(tmp_path / "data" / "vernost.sqlite3") as database:
        known = database.execute("SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'core_user'").fetchone()[0]
    assert known, "the planner does not know the tables as they are now"
    again = vernost("upgrade")
    assert "Nothing to do" in again.stdout


def test_step_that_breaks_leaves_everything_as_it_was(vernost, tmp_path, steps_to_come):
    vernost("backup", "sealed-before.tar.gz")
    before = content(tmp_path)

    failed = vernost("upgrade", **steps_to_come)

    assert failed.returncode == 1
    assert "everything is as before: the step broke" in failed.stderr, failed
    assert content(tmp_path) == before
    assert vernost("check").returncode == DONE


def test_data_of_a_newer_version_are_left_alone(vernost, tmp_path):
    with sqlite3.connect(tmp_path / "data" / "vernost.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('core', '9999_later', '2027-01-01')"
        )

    refused = vernost("upgrade")

    assert refused.returncode == 1
    assert "newer version (core.9999_later)" in refused.stderr


@pytest.mark.parametrize("kept", sorted(_VERSIONS.glob("*.tar.gz")), ids=lambda kept: kept.name)
def test_every_released_version_comes_to_this_one(vernost, tmp_path, kept):
    """Kept by `python -m tools.keep_version`."""
    said = json.loads(kept.with_name(kept.name.replace(".tar.gz", ".json")).read_text())

    restored = vernost("restore", str(kept), "--overwrite")

    assert restored.returncode == DONE, restored.stderr
    assert vernost("check").returncode == DONE
    code = "from vernost.clients.models import Client, Order; print(Client.objects.count(), Order.objects.count())"
    assert vernost("manage", "shell", "-v0", "-c", code).stdout.split() == [
        str(said["clients"]),
        str(said["orders"]),
    ]
