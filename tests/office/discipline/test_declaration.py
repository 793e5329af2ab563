"""The signed paper of declared rules: attached, taken by who may see the client, given out and erased with him."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.moments import AT, TODAY
from vernost.care.actions.discipline import declare_rules
from vernost.care.models import Declaration
from vernost.core.documents import path_of
from vernost.core.enums import Face
from vernost.core.tasks import sweep

PDF = b"%PDF-1.7 signed"
SAID = {"acknowledged_on": TODAY.isoformat(), "acknowledged_by": "Their director", "document": "No 7"}


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.VERNOST_DATA = tmp_path
    return tmp_path


@pytest.fixture
def declaration(client_one):
    return declare_rules(
        client=client_one, declared_on=TODAY, rules="Pay in time", by=None, at=AT, face=Face.JOB
    )


@pytest.fixture
def address(client_one, declaration):
    return f"/clients/{client_one.pk}/discipline/rules/{declaration.pk}/"


def paper(content=PDF, name="Rules.pdf"):
    return SimpleUploadedFile(name, content)


def test_paper_is_kept_and_given_to_who_sees_the_client(
    browser_of, anna, vera, declaration, address, client_one
):
    browser = browser_of(anna)
    browser.post(address, SAID | {"file": paper(name="Правила.pdf")})

    declaration.refresh_from_db()
    assert (declaration.acknowledged_by, declaration.file_name) == ("Their director", "Правила.pdf")
    assert f"{address}file/" in browser.get(f"/clients/{client_one.pk}/discipline/").content.decode()
    given = browser.get(f"{address}file/")
    assert given.getvalue() == PDF
    assert given["Content-Type"] == "application/pdf"
    assert given["Content-Disposition"].startswith("attachment;")
    assert given["X-Content-Type-Options"] == "nosniff"
    assert browser_of(vera).get(f"{address}file/").status_code == 404


def test_another_kind_of_file_is_refused_whatever_its_name(browser_of, anna, declaration, address, data):
    page = browser_of(anna).post(address, SAID | {"file": paper(b"<script>", "Rules.pdf")})

    assert "neither PDF, JPEG, PNG nor DOCX" in page.content.decode()
    declaration.refresh_from_db()
    assert declaration.acknowledged_on is None
    assert not list((data / "uploads" / "documents").iterdir())


def test_nothing_is_kept_when_the_day_is_refused(browser_of, anna, declaration, address, data):
    page = browser_of(anna).post(address, SAID | {"acknowledged_on": "2026-01-01", "file": paper()})

    assert "before they were declared" in page.content.decode()
    assert not list((data / "uploads" / "documents").iterdir())


def test_rules_are_acknowledged_without_a_paper_too(browser_of, anna, declaration, address):
    browser_of(anna).post(address, SAID)

    declaration.refresh_from_db()
    assert (declaration.acknowledged_on, declaration.file_name) == (TODAY, "")
    assert browser_of(anna).get(f"{address}file/").status_code == 404


def test_paper_goes_with_personal_data_and_is_erased_with_them(
    browser_of, anna, director, declaration, address, client_one, django_capture_on_commit_callbacks
):
    browser_of(anna).post(address, SAID | {"file": paper()})
    token = Declaration.objects.get().file_token
    browser, personal = browser_of(director), f"/data/person/client/{client_one.pk}/"

    given = ZipFile(BytesIO(browser.get(f"{personal}file.json").content))
    assert given.read("documents/1-Rules.pdf") == PDF
    assert json.loads(given.read("data.json"))["care.declaration"][0]["file_name"] == "Rules.pdf"

    with django_capture_on_commit_callbacks(execute=True):
        certificate = browser.post(personal, {"sure": "on"}, follow=True).content.decode()
    assert "attached documents" in certificate
    assert not path_of(token).exists()
    assert (Declaration.objects.get().file_name, Declaration.objects.get().file_token) == ("", "")


@pytest.mark.django_db
def test_sweeping_leaves_the_papers_that_are_named(browser_of, anna, declaration, address):
    browser_of(anna).post(address, SAID | {"file": paper()})

    assert sweep.func() == 0
    assert path_of(Declaration.objects.get().file_token).exists()
