"""Segments, service lines and teams by the API, by a director."""

import pytest

from vernost.clients.models import Segment, ServiceLine
from vernost.core.models import AuditEntry, Team

JSON = "application/json"


def test_a_segment_with_its_owner(program_of, director, anna):
    program = program_of(director)

    made = program.post(
        "/api/v1/settings/segments", {"name": "Banks", "owner_id": anna.pk}, content_type=JSON
    ).json()
    said = program.patch(
        f"/api/v1/settings/segments/{made['id']}",
        {"owner_id": None, "if_unchanged": {"owner_id": anna.pk}},
        content_type=JSON,
    ).json()

    assert (made["owner_id"], said["owner_id"], Segment.objects.get().name) == (anna.pk, None, "Banks")
    assert AuditEntry.objects.filter(kind="clients.segment", object_id=made["id"], face="api").count() == 2


@pytest.mark.parametrize("what", ["segments", "service-lines", "teams"])
def test_a_name_is_there_once(what, program_of, director):
    program = program_of(director)

    codes = [
        program.post(f"/api/v1/settings/{what}", {"name": name}, content_type=JSON).status_code
        for name in ("Banks", "BANKS", "Trade")
    ]

    assert codes == [201, 422, 201]
    assert Segment.objects.count() + ServiceLine.objects.count() + Team.objects.count() == 2


def test_a_service_line_keeps_its_own_name(program_of, director):
    line = ServiceLine.objects.create(name="Advice")

    said = (
        program_of(director)
        .patch(f"/api/v1/settings/service-lines/{line.pk}", {"name": "advice"}, content_type=JSON)
        .json()
    )

    assert said["name"] == "advice"
