import csv
import zipfile
from io import BytesIO, StringIO

import openpyxl
import pandas
import pytest

from tests.factories.clients import make_client, make_order
from vernost.clients.models import Client
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import AuditEntry
from vernost.transfer.models import ExportRun


def archive(browser, kind: str) -> zipfile.ZipFile:
    browser.post("/data/export/", {"format": kind})
    run_queued_jobs()
    response = browser.get(f"/data/export/{ExportRun.objects.latest('id').pk}/")
    return zipfile.ZipFile(BytesIO(b"".join(response.streaming_content)))


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_everything_comes_out_in(browser_of, director, client_one, kind):
    make_order(client_one, amount=5)

    files = archive(browser_of(director), kind)

    assert {"client", "order", "invoice", "interaction", "complaint", "people"} <= {
        name.split(".")[0] for name in files.namelist()
    }
    content = files.read(f"client.{kind}")
    match kind:
        case "csv":
            names = [row["name"] for row in csv.DictReader(StringIO(content.decode("utf-8-sig")))]
        case "xlsx":
            head, *rows = openpyxl.load_workbook(BytesIO(content)).active.values
            names = [row[head.index("name")] for row in rows]
        case "parquet":
            names = list(pandas.read_parquet(BytesIO(content))["name"])
    assert names == ["Client One"]


def test_export_holds_only_what_its_maker_may_see(browser_of, anna, client_one, client_two):
    make_order(client_two)

    files = archive(browser_of(anna), "csv")

    assert b"Client Two" not in files.read("client.csv")
    assert len(files.read("order.csv").splitlines()) == 1


def test_removed_client_and_its_search_text_stay_in(browser_of, director, client_one):
    Client.objects.update(deleted_at="2026-01-01T00:00Z")

    lines = archive(browser_of(director), "csv").read("client.csv").splitlines()

    assert len(lines) == 1
    assert b"search_text" not in lines[0]


@pytest.mark.parametrize("name", ["=1+1", "+7", "-2+3", "@sum(a)", "\tx"])
def test_no_cell_is_a_formula(browser_of, director, name):
    make_client(name)

    text = archive(browser_of(director), "csv").read("client.csv").decode("utf-8-sig")

    assert next(csv.DictReader(StringIO(text)))["name"] == f"'{name}"


def test_formula_stays_text_in_a_sheet(browser_of, director):
    make_client("=1+1")

    book = openpyxl.load_workbook(BytesIO(archive(browser_of(director), "xlsx").read("client.xlsx")))

    assert {cell.data_type for row in book.active.iter_rows() for cell in row} & {"f"} == set()


def test_export_is_in_the_audit_log_and_nobody_elses(browser_of, director, anna):
    archive(browser_of(director), "csv")

    assert AuditEntry.objects.filter(kind="transfer.exportrun", by=director).count() == 2
    run = ExportRun.objects.get()
    assert browser_of(anna).get(f"/data/export/{run.pk}/").status_code == 404
