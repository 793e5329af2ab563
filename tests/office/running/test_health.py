import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder


def test_live_asks_nothing_of_the_database(client):
    """No `db` fixture: a query would fail the test."""
    assert client.get("/health/live").content == b"alive\n"


def test_ready_when_the_database_is_of_this_version(client, db):
    assert client.get("/health/ready").json() == {"ready": True}


def test_not_ready_when_a_migration_is_missing(client, db):
    MigrationRecorder.Migration.objects.filter(app="core").order_by("-id").first().delete()

    response = client.get("/health/ready")

    assert response.status_code == 503
    assert response.json()["reason"] == "the database is of another version"


def test_not_ready_when_the_database_is_gone(client, db, monkeypatch):
    def gone(*args: object) -> None:
        raise OperationalError

    monkeypatch.setattr(MigrationExecutor, "migration_plan", gone)

    assert client.get("/health/ready").status_code == 503


@pytest.mark.parametrize("address", ["/health/live", "/health/ready"])
def test_health_is_asked_and_not_changed(client, db, address):
    assert client.post(address).status_code == 405
