"""What runs in the broken installation: one of the words at the end of this file."""

import json
import shutil
import threading
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command

from bench.trust.settling import drained, looked
from bench.trust.works import AT, WORKS
from bench.web.person import DIRECTOR, PASSWORD
from vernost.care.actions import mailing
from vernost.cli.demo.making import make_demo
from vernost.cli.demo.place import Place
from vernost.clients.actions.client import create_client
from vernost.clients.models import Order
from vernost.core.actions.user import create_user
from vernost.core.enums import Face, Language, Role
from vernost.core.jobs.worker import run_worker
from vernost.core.models import User
from vernost.transfer.actions.execute import run_import
from vernost.transfer.actions.export import ask_export, write_export
from vernost.transfer.enums import ExportFormat
from vernost.transfer.storage import archive_of

# A released letter waits two minutes for second thoughts; nobody here has any.
mailing.SECOND_THOUGHTS = timedelta(0)
# A short file is taken in several pieces all the same, so that it can be cut off between them.
run_import.__kwdefaults__["chunk"] = 400


def prepare(work: str, rows: str) -> None:
    """A company with a director and a client of his, number 1, and the work in the queue."""
    settings.VERNOST_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    director = create_user(
        email=DIRECTOR, name="Dina", role=Role.DIRECTOR, password=PASSWORD, by=None, at=AT, face=Face.CLI,
        language=Language.ENGLISH,
    )  # fmt: skip
    create_client(name="Written to", by=director, at=AT, face=Face.WEB)
    WORKS[work](director, settings.VERNOST_DATA, int(rows))


def work() -> None:
    """What `vernost manage work` does, and says when it begins."""
    print("ready", flush=True)
    run_worker(threading.Event())


def drain(task: str = "") -> None:
    print("ready", flush=True)
    print(json.dumps(drained(task)))


def export(to: str) -> None:
    """All tables as CSV, at `to`."""
    by = User.objects.filter(role=Role.DIRECTOR).earliest("pk")
    run = write_export(run=ask_export(format=ExportFormat.CSV, by=by, at=AT, face=Face.CLI), at=AT)
    shutil.copy(archive_of(run.token), to)


def main(words: list[str]) -> None:
    match words:
        case ["prepare", name, rows]:
            prepare(name, rows)
        case ["demo"]:
            make_demo("law", "en", Place(settings.VERNOST_DATA))
        case ["work"]:
            work()
        case ["drain"]:
            drain()
        case ["drain", task]:
            drain(task)
        case ["look"]:
            print(json.dumps(looked()))
        case ["export", to]:
            export(to)
        case ["orders"]:
            print(json.dumps(list(Order.objects.values_list("number", flat=True))))
        case _:
            raise SystemExit(f"unknown: {words}")
