"""Files in and out by the API: a table is checked, decided on, taken in and back; an archive is fetched."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.data_operations import FILE, checked, made_export_of, with_unknown_words
from vernost.clients.models import Client, Segment
from vernost.core.clock import now
from vernost.core.models import AuditEntry
from vernost.transfer.actions.check import check_import
from vernost.transfer.actions.execute import run_import
from vernost.transfer.actions.undo import undo_import
from vernost.transfer.models import ExportRun, ImportRun

JSON = "application/json"


def _upload(program, content=FILE, name="clients.csv"):
    return program.post("/api/v1/imports", {"file": SimpleUploadedFile(name, content.encode())})


def test_in_and_back(program_of, director):
    program = program_of(director)

    made = _upload(program).json()
    path = f"/api/v1/imports/{made['id']}"
    program.post(f"{path}/columns", {"owner_id": director.pk}, content_type=JSON)
    check_import(run=ImportRun.objects.get(), at=now())
    would = program.get(path).json()
    rows = program.get(f"{path}/rows?outcome=created").json()["items"]
    started = program.post(f"{path}/start").json()
    run_import(run=ImportRun.objects.get(), at=now())
    client = Client.objects.get(code="R-1")
    undoing = program.post(f"{path}/undo").json()
    undo_import(run=ImportRun.objects.get(), at=now())

    assert (made["state"], made["kind"], made["headers"]) == (
        "checking",
        "clients",
        ["name", "code", "industry"],
    )
    assert (would["state"], would["expected"]["created"]) == ("checked", 1)
    assert [(one["name"], one["outcome"]) for one in rows] == [("Rosa & Co", "created")]
    assert (started["state"], client.owner, undoing["state"]) == ("running", director, "undoing")
    assert program.get(path).json()["state"] == "undone"
    assert not Client.objects.filter(code="R-1", deleted_at=None).exists()
    assert AuditEntry.objects.filter(kind="transfer.importrun", face="api").exists()
    assert program.post(f"{path}/start").json()["code"] == "closed"


def test_what_is_no_table(program_of, director):
    response = _upload(program_of(director), content="", name="empty.xlsx")

    assert (response.status_code, response.json()["errors"][0]["where"]) == (422, "body.file")
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"kind": "weather"}, "body.kind"),
        ({"mapping": {"shoe": "name"}}, "body.mapping.shoe"),
        ({"mapping": {"name": "Shoe"}}, "body.mapping.name"),
        ({"owner_id": 10_000}, "body.owner_id"),
    ],
)
def test_columns_that_there_are_not(sent, where, program_of, director):
    program = program_of(director)
    path = f"/api/v1/imports/{_upload(program).json()['id']}/columns"

    response = program.post(path, sent, content_type=JSON)

    assert [one["where"] for one in response.json()["errors"]] == [where]


def test_words_are_decided_on(program_of, director, client_one):
    Segment.objects.create(name="Banks")
    number = with_unknown_words(client_one)
    program, path = program_of(director), f"/api/v1/imports/{number}/values"

    lost = program.post(path, {"others": {"segment": "10000"}}, content_type=JSON)
    said = program.post(path, {"values": {"segment": {"Banken": "+"}}}, content_type=JSON).json()

    assert lost.json()["errors"][0]["where"] == "body.others.segment"
    assert (said["state"], said["plan"]["values"]) == ("checking", {"segment": {"Banken": "+"}})


def test_imports_of_others_are_for_a_director(program_of, director, boris, client_one):
    number = checked(client_one)

    assert program_of(director).get(f"/api/v1/imports/{number}").status_code == 200
    assert program_of(boris).get("/api/v1/imports").json()["items"] == []


def test_an_archive_is_fetched_by_who_had_it_made(program_of, anna, director, client_one):
    number = made_export_of(client_one)

    response = program_of(anna).get(f"/api/v1/exports/{number}/file")

    with zipfile.ZipFile(io.BytesIO(response.getvalue())) as archive:
        assert "client.csv" in archive.namelist()
    assert response["Content-Type"] == "application/zip"
    assert program_of(director).get(f"/api/v1/exports/{number}/file").status_code == 404


def test_an_archive_that_is_not_ready(program_of, anna):
    program = program_of(anna)
    made = program.post("/api/v1/exports", {"format": "csv"}, content_type=JSON).json()

    assert (made["finished_at"], ExportRun.objects.get().created_by) == (None, anna)
    assert program.get(f"/api/v1/exports/{made['id']}/file").status_code == 404
