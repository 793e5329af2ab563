"""The part of the table of rights (tests/api/operations.py) that belongs to files in and out."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.care_records import somebody
from tests.api.row import Row, sent
from tests.factories.imports import check, take, upload
from vernost.clients.models import Client
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.transfer.actions.export import ask_export, write_export
from vernost.transfer.enums import ExportFormat, RunState
from vernost.transfer.models import ExportRun, ImportRun

_IMPORTS = ("ooffff", "o-ffff")
_ALL, _EXPORTS = Row("ooffff", "ooffff"), Row("ooooff", "ooooff")
FILE = "name,code,industry\nRosa & Co,R-1,Law\n"


def _file(_person: User, _client: Client) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("clients.csv", FILE.encode())}


def _importer(client: Client) -> User:
    """The client's owner where he may import; else a director, whose imports nobody else but a director sees."""
    return client.owner if client.owner.role in ("director", "head_of_sales") else somebody()


def uploaded(client: Client) -> int:
    return upload(FILE, _importer(client), "clients.csv").pk


def checked(client: Client) -> int:
    return check(FILE, _importer(client), "clients.csv", owner=client.owner_id).pk


def taken(client: Client) -> int:
    return take(FILE, _importer(client), "clients.csv", owner=client.owner_id).pk


def with_unknown_words(client: Client) -> int:
    number = uploaded(client)
    words = {"segment": [{"value": "Banken", "count": 1, "guess": ""}]}
    ImportRun.objects.filter(pk=number).update(state=RunState.VALUES, unknown=words)
    return number


def export_of(client: Client) -> ExportRun:
    return ask_export(format=ExportFormat.CSV, by=client.owner, at=now(), face=Face.JOB)


def made_export_of(client: Client) -> int:
    return write_export(run=export_of(client), at=now()).pk


ROWS: dict[str, Row] = {
    "list_imports": _ALL,
    "upload_a_file": Row("ooffff", "ooffff", _file),
    "show_import": Row(*_IMPORTS),
    "choose_columns_of_import": Row(*_IMPORTS, sent(client_key="name")),
    "choose_values_of_import": Row(*_IMPORTS, sent(others={"segment": "+"})),
    "start_an_import": Row(*_IMPORTS),
    "stop_an_import": Row(*_IMPORTS),
    "undo_an_import": Row(*_IMPORTS),
    "list_rows_of_import": Row(*_IMPORTS),
    "list_exports": _EXPORTS,
    "ask_for_an_export": Row("ooooff", "ooooff", sent(format="csv")),
    "show_export": Row("ooooff", "----ff"),
    "fetch_export": Row("ooooff", "----ff"),
}
NUMBERS: dict[str, Callable[[Client], int | str]] = {
    "import_id": uploaded,
    "export_id": lambda client: export_of(client).pk,
}
OTHER_NUMBERS: dict[str, Callable[[Client], int | str]] = {
    "choose_values_of_import": with_unknown_words,
    "start_an_import": checked,
    "list_rows_of_import": checked,
    "undo_an_import": taken,
    "fetch_export": made_export_of,
}
MADE: dict[str, Callable[[Client], int | str]] = {
    "imports": uploaded,
    "exports": lambda client: export_of(client).pk,
}
QUERIES: dict[str, int] = {}
