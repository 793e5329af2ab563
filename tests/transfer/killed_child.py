"""What test_killed.py runs in a process of its own: prepare <file> | run | look."""

import sys
from datetime import UTC, datetime

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django must be set up first)

from vernost.clients.models import Order  # noqa: E402
from vernost.core.enums import Face, Role  # noqa: E402
from vernost.core.jobs.progress import listener  # noqa: E402
from vernost.core.models import User  # noqa: E402
from vernost.transfer.actions.check import check_import  # noqa: E402
from vernost.transfer.actions.execute import run_import, start_import  # noqa: E402
from vernost.transfer.actions.upload import choose_columns, upload_file  # noqa: E402
from vernost.transfer.models import ImportBatch, ImportRun  # noqa: E402
from vernost.transfer.plan import Plan  # noqa: E402

AT = datetime(2026, 3, 5, tzinfo=UTC)
_CHUNK = 50


def prepare(path: str) -> None:
    call_command("migrate", verbosity=0)
    director = User.objects.create(email="d@firm.example", name="Dina", role=Role.DIRECTOR)
    with open(path, "rb") as file:  # noqa: PTH123 (a child's one line)
        run = upload_file(pieces=[file.read()], name="orders.csv", by=director, at=AT, face=Face.WEB)
    choose_columns(run=run, kind=run.kind, plan=Plan.of(run.plan), by=director, at=AT, face=Face.WEB)
    start_import(run=check_import(run=run, at=AT), by=director, at=AT, face=Face.WEB)


def go_on() -> None:
    listener.set(lambda done, total, message: print("chunk", flush=True))
    from vernost.core.jobs import progress  # noqa: PLC0415 (every chunk is to be told, not one in 0.3 s)

    progress._SECONDS_BETWEEN = 0.0
    run_import(run=ImportRun.objects.get(), at=AT, chunk=_CHUNK)


def look() -> None:
    run = ImportRun.objects.get()
    batches = ImportBatch.objects.values_list("changes", flat=True)
    noted = sum(1 for changes in batches for kind, _pk, _was in changes if kind == "clients.order")
    print(run.bookmark, Order.objects.count(), noted, run.state)


match sys.argv[1:]:
    case ["prepare", path]:
        prepare(path)
    case ["run"]:
        go_on()
    case ["look"]:
        look()
