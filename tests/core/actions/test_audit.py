import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories.moments import AT
from vernost.clients.actions.client import change_client
from vernost.core.actions.audit import UnableToRestoreValue, restore_value
from vernost.core.actions.user import create_user
from vernost.core.enums import Face, Role, Verb
from vernost.core.models import AuditEntry
from vernost.core.queries.audit import history_of


def test_change_is_written_with_before_and_after(client_one, anna):
    change_client(client=client_one, industry="Banking", by=anna, at=AT, face=Face.WEB)

    entry = history_of(client_one).first()
    assert (entry.by, entry.verb, entry.face, entry.at) == (anna, Verb.CHANGED, Face.WEB, AT)
    assert entry.changes == {"industry": ["", "Banking"]}


def test_saving_the_same_values_writes_nothing(client_one, anna):
    before = AuditEntry.objects.count()

    change_client(client=client_one, name="Client One", by=anna, at=AT, face=Face.WEB)

    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize(
    "statement", ["UPDATE core_auditentry SET verb = 'changed'", "DELETE FROM core_auditentry"]
)
def test_database_refuses_to_touch_the_log(client_one, statement):
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_password_stays_out_of_the_log(director):
    user = create_user(
        email="New@Firm.Example",
        name="New",
        role=Role.SERVICE,
        password="correct horse",
        by=director,
        at=AT,
        face=Face.WEB,
    )

    assert "password" not in history_of(user).get().changes
    assert user.email == "new@firm.example"


def test_value_is_put_back_and_that_is_written_too(client_one, anna):
    change_client(client=client_one, industry="Banking", by=anna, at=AT, face=Face.WEB)
    entry = history_of(client_one).first()

    restore_value(entry=entry, field="industry", by=anna, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    assert client_one.industry == ""
    assert history_of(client_one).first().verb == Verb.VALUE_RESTORED


def test_owner_is_put_back(client_one, anna, boris):
    change_client(client=client_one, owner=boris, by=boris, at=AT, face=Face.WEB)

    restore_value(entry=history_of(client_one).first(), field="owner_id", by=boris, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    assert client_one.owner == anna


def test_later_value_is_not_overwritten(client_one, anna):
    change_client(client=client_one, industry="Banking", by=anna, at=AT, face=Face.WEB)
    entry = history_of(client_one).first()
    change_client(client=client_one, industry="Retail", by=anna, at=AT, face=Face.WEB)

    with pytest.raises(UnableToRestoreValue):
        restore_value(entry=entry, field="industry", by=anna, at=AT, face=Face.WEB)
