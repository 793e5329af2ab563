"""Marketing costs by the API: written, changed and removed as in the office."""

import pytest

from tests.factories.moments import AT
from vernost.clients.models import MarketingCost, Segment
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.core.models import AuditEntry

JSON = "application/json"
ADDRESS = "/api/v1/marketing-costs"
COST = {
    "purpose": "winning",
    "spent_on": "2026-03-01",
    "amount": "4000.00",
    "currency": "RUB",
    "note": "A fair",
}


@pytest.fixture(autouse=True)
def firm(db):
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


def test_a_cost_is_written_changed_and_removed(program_of, director):
    program, segment = program_of(director), Segment.objects.create(name="Banks")

    made = program.post(ADDRESS, COST | {"segment_id": segment.pk}, content_type=JSON)
    address = f"{ADDRESS}/{made.json()['id']}"
    changed = program.patch(
        address, {"amount": "5000.00", "if_unchanged": {"amount": "4000.00"}}, content_type=JSON
    ).json()
    stale = program.patch(address, {"note": "x", "if_unchanged": {"amount": "4000.00"}}, content_type=JSON)
    listed = program.get(f"{ADDRESS}?purpose=winning&segment_id={segment.pk}").json()["items"]
    program.delete(address)

    assert (made.status_code, changed["amount"], changed["note"]) == (201, "5000.00", "A fair")
    assert (stale.status_code, [one["id"] for one in listed]) == (409, [made.json()["id"]])
    assert program.get(ADDRESS).json()["items"] == []
    assert MarketingCost.objects.get().deleted_at is not None
    entries = AuditEntry.objects.filter(kind="clients.marketingcost")
    assert [(one.by, one.face) for one in entries] == [(director, Face.API)] * 3


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"currency": "USD"}, "body.currency"),
        ({"amount": "0"}, "body.amount"),
        ({"segment_id": 9}, "body.segment_id"),
    ],
)
def test_what_cannot_be_counted_is_refused(given, where, program_of, director):
    response = program_of(director).post(ADDRESS, COST | given, content_type=JSON)

    assert (response.status_code, response.json()["errors"][0]["where"]) == (422, where)
    assert not MarketingCost.objects.exists()
