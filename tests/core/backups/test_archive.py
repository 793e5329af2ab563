"""A backup comes back as it was; a damaged one changes nothing."""

import gzip
import tarfile
from datetime import timedelta

import pytest
from django.db import connection

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_interaction
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.decision import decide
from vernost.assessment.enums import Subject
from vernost.assessment.models import Decision
from vernost.clients.models import Client
from vernost.core.backups.archive import NotEmpty, restore_backup, write_backup
from vernost.core.backups.manifest import BadBackup
from vernost.core.backups.tables import row_counts
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.models import Interaction

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # Restoring makes tables anew, which a test's own transaction cannot be rolled back over on SQLite.
    pytest.mark.skipif(connection.vendor == "sqlite", reason="see test_sqlite.py"),
]


@pytest.fixture
def backup(tmp_path, settings, anna, client_one):
    settings.VERNOST_DATA = tmp_path / "data"
    (tmp_path / "data" / "transfer").mkdir(parents=True)
    (tmp_path / "data" / "transfer" / "logo.svg").write_text("<svg/>")
    make_interaction(client_one, note="ёлка\t\\ \n")
    file = tmp_path / "backup.tar.gz"
    write_backup(to=file, version="1", at=AT)
    return file


def test_state_comes_back(backup, client_one, settings):
    before = row_counts()
    make_client("Later")
    (settings.VERNOST_DATA / "transfer" / "logo.svg").unlink()

    restore_backup(source=backup, overwrite=True)

    assert row_counts() == before
    assert list(Client.objects.values_list("name", flat=True)) == ["Client One"]
    assert Interaction.objects.get().note == "ёлка\t\\ \n"
    assert (settings.VERNOST_DATA / "transfer" / "logo.svg").read_text() == "<svg/>"
    assert make_client("Next").pk > client_one.pk


def test_tables_need_not_come_in_the_order_of_their_references(tmp_path, settings, boris, client_one):
    """A decision is written before the client whom it names: keys that migrations added are checked at the end too."""
    settings.VERNOST_DATA = tmp_path / "data"
    make_assessment(client_one)
    decide(
        client=client_one, subject=Subject.GROUP, decided="manage", until_on=TODAY + timedelta(days=90),
        reason="They pay by the quarter", by=boris, at=AT, face=Face.WEB,
    )  # fmt: skip
    file = tmp_path / "backup.tar.gz"
    write_backup(to=file, version="1", at=AT)

    restore_backup(source=file, overwrite=True)

    assert Decision.objects.get().client == client_one


def test_people_are_not_overwritten_unasked(backup):
    with pytest.raises(NotEmpty):
        restore_backup(source=backup, overwrite=False)


def test_damage_is_refused_before_anything_is_touched(backup, tmp_path):
    place = tmp_path / "opened"
    with tarfile.open(backup) as archive:
        archive.extractall(place, filter="data")
    (place / "database" / "core_user.copy").write_bytes(b"")
    with tarfile.open(backup, "w:gz") as archive:
        archive.add(place, ".")

    with pytest.raises(BadBackup, match=r"core_user\.copy"):
        restore_backup(source=backup, overwrite=True)
    assert User.objects.exists()


@pytest.mark.parametrize("content", [b"nonsense", gzip.compress(b"nonsense")], ids=["text", "packed text"])
def test_other_files_are_refused(content, tmp_path):
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(BadBackup):
        restore_backup(source=tmp_path / "file", overwrite=True)
