"""Every list is asked with one row and with three: the number of queries must be the same."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api import care_operations, data_operations, judgement_operations, letters_operations
from tests.api.operations import NUMBERS
from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from vernost.api.interface import api
from vernost.clients.models import Segment, ServiceLine

MADE = (
    {
        "clients": lambda client: client.pk,
        "contacts": NUMBERS["contact_id"],
        "orders": NUMBERS["order_id"],
        "invoices": NUMBERS["invoice_id"],
        "payments": NUMBERS["payment_id"],
        "interactions": NUMBERS["interaction_id"],
        "touches": NUMBERS["touch_id"],
        "valuations": lambda client: make_assessment(client).pk,
        "segments": lambda client: Segment.objects.create(name=client.name).pk,
        "service-lines": lambda client: ServiceLine.objects.create(name=client.name).pk,
        "people": lambda client: client.owner_id,
        "signals": NUMBERS["signal_id"],
        "cases": NUMBERS["case_id"],
        "tasks": NUMBERS["task_id"],
        "questions": NUMBERS["question_id"],
        "decisions": NUMBERS["decision_id"],
    }
    | judgement_operations.MADE
    | care_operations.MADE
    | letters_operations.MADE
    | data_operations.MADE
)
QUERIES = judgement_operations.QUERIES | care_operations.QUERIES | letters_operations.QUERIES


def test_every_list_is_counted():
    lists = {
        path.removeprefix("/api/v1/")
        for path, operations in api.get_openapi_schema()["paths"].items()
        if any(one["name"] == "after" for one in operations.get("get", {}).get("parameters", []))
    }

    assert lists == set(MADE)


@pytest.mark.parametrize("name", sorted(MADE))
def test_queries_do_not_grow_with_rows(name, program_of, director):
    program, counts = program_of(director), []
    address = f"/api/v1/{name}{judgement_operations.ASKED.get(name, '')}"
    program.get(address)
    for rows in (1, 3):
        for number in range(rows):
            MADE[name](make_client(f"Client {rows} {number}", owner=director))
        with CaptureQueriesContext(connection) as asked:
            assert program.get(address).json()["items"]
        counts.append(len(asked))

    assert counts == [QUERIES.get(name, 2)] * 2
