import pytest
from django.db import connection

from tests.factories.clients import make_client
from tests.factories.moments import AT
from vernost.core.actions.seal import seal_audit_log
from vernost.core.append_only import guard, unguard
from vernost.core.backups.check import check_data
from vernost.core.models import AuditEntry, AuditSeal

pytestmark = pytest.mark.django_db


class Inside:
    """A schema editor that works inside the transaction of a test."""

    connection = connection

    def execute(self, sql, params=None):
        with connection.cursor() as cursor:
            cursor.execute(sql)


def test_whole_data_is_called_whole():
    make_client("One")
    seal_audit_log(at=AT)
    make_client("Two")
    seal_audit_log(at=AT)

    checked = check_data()

    assert checked.is_whole
    assert (checked.seals, checked.rows["clients_client"]) == (2, 2)


def test_nothing_new_is_not_sealed_again():
    make_client("One")

    assert seal_audit_log(at=AT).entry_count == 1
    assert seal_audit_log(at=AT) is None


@pytest.mark.parametrize("tampered", ["changed", "deleted", "seal"])
def test_change_under_a_seal_is_seen(tampered):
    make_client("One")
    make_client("Two")
    seal_audit_log(at=AT)
    make_client("Three")
    seal_audit_log(at=AT)
    table = {"seal": AuditSeal}.get(tampered, AuditEntry)._meta.db_table
    unguard(Inside(), table)

    first = AuditEntry.objects.order_by("pk").first()
    if tampered == "changed":
        AuditEntry.objects.filter(pk=first.pk).update(object_name="Else")
    elif tampered == "deleted":
        first.delete()
    else:
        AuditSeal.objects.order_by("pk").first().delete()

    assert check_data().broken == AuditSeal.objects.order_by("pk").first()
    guard(Inside(), table)
