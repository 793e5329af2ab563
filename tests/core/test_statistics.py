"""After many rows were written the database is told to look at its tables again."""

from datetime import timedelta

import pytest
from django.db import connection

from tests.factories.clients import make_client, make_order
from tests.factories.imports import take
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.run import assess_clients
from vernost.assessment.enums import Why

pytestmark = pytest.mark.django_db


def known_tables() -> set[str]:
    """Tables of which the planner knows how many rows they have."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")
            if not cursor.fetchone()[0]:
                return set()
            cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1")
        else:
            cursor.execute("SELECT relname FROM pg_class WHERE reltuples > 0")
        return {name for (name,) in cursor.fetchall()}


@pytest.fixture
def unknown(db):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("ANALYZE")
            cursor.execute("DELETE FROM sqlite_stat1")
        else:
            # Tests before this one may have left what they had learnt; empty, the tables are learnt to be empty.
            cursor.execute("ANALYZE clients_client, clients_order, assessment_clientassessment")
    assert not known_tables() & {"clients_order", "assessment_clientassessment"}


def test_after_an_assessment(unknown, anna):
    client = make_client("Regular", owner=anna)
    for number in range(6):
        make_order(client, ordered_on=TODAY - timedelta(days=30 * number))

    assess_clients(why=Why.ASKED, by=None, at=AT, today=TODAY, clock=lambda: AT)

    assert {"clients_order", "assessment_clientassessment"} <= known_tables()


def test_after_an_import(unknown, director):
    take("client,date,amount,number\nA-1,2026-01-10,100,1\nB-1,2026-02-11,40,2\n", director)

    assert {"clients_order", "clients_client"} <= known_tables()
