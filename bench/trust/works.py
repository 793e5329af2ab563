"""The background work that the faults hit. To add one: a function under `@work` that makes an installation ready.

It is called in a child with Django up, and leaves a job in the queue; everything that follows from that job is done
again undisturbed, and the tables of both are compared row count by row count.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from vernost.assessment.enums import Why
from vernost.assessment.tasks import request_assessment
from vernost.care.actions.mailing import draft_mailing, release_mailing
from vernost.care.actions.rule import bring_in_standard
from vernost.care.enums import LetterPurpose
from vernost.care.tasks import request_letters
from vernost.clients.actions.client import create_client
from vernost.core.enums import Face, Language
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import User
from vernost.transfer.actions.check import check_import
from vernost.transfer.actions.execute import start_import
from vernost.transfer.actions.upload import choose_columns, upload_file
from vernost.transfer.plan import Plan
from vernost.transfer.tasks import execute, put_to_work

AT = datetime(2026, 3, 5, 12, tzinfo=UTC)
_CLIENTS = 40

type Prepare = Callable[[User, Path, int], None]
WORKS: dict[str, Prepare] = {}


def work(prepare: Prepare) -> Prepare:
    WORKS[prepare.__name__.removesuffix("_")] = prepare
    return prepare


@work
def import_(by: User, folder: Path, rows: int) -> None:
    """Orders of clients who are not there yet; then the assessment and the planning that an import asks for."""
    lines = "".join(
        f"C-{n % _CLIENTS},{2024 + n % 2}-{n // _CLIENTS % 12 + 1:02}-{n % 28 + 1:02},{n % 900 + 10},N-{n}\n"
        for n in range(1, rows + 1)
    )
    content = f"client,date,amount,number\n{lines}".encode()
    run = upload_file(pieces=[content], name="orders.csv", by=by, at=AT, face=Face.WEB)
    choose_columns(run=run, kind=run.kind, plan=Plan.of(run.plan), by=by, at=AT, face=Face.WEB)
    start_import(run=check_import(run=run, at=AT), by=by, at=AT, face=Face.WEB)
    put_to_work(execute, run, by)


@work
def assessment(by: User, folder: Path, rows: int) -> None:
    """A second assessment of a company that has been judged before, with a standard of touches."""
    import_(by, folder, rows)
    run_queued_jobs()
    bring_in_standard(language=Language.ENGLISH, by=by, at=AT, face=Face.WEB)
    run_queued_jobs()
    request_assessment(Why.ASKED, by)


@work
def mailing(by: User, folder: Path, rows: int) -> None:
    """A letter about work to each of `rows` clients, released: to be written, handed over, noted as contacts."""
    clients = [
        create_client(
            name=f"Client {n}", email=f"office@client{n}.example", owner=by, by=by, at=AT, face=Face.WEB
        )
        for n in range(rows)
    ]
    draft = draft_mailing(
        client_ids=[one.pk for one in clients], chosen="", by=by, at=AT, face=Face.WEB, name="Hours",
        purpose=LetterPurpose.WORK, language="en", subject="Our hours, {client}", body="We are open.\n{owner}",
    )  # fmt: skip
    release_mailing(mailing=draft, by=by, at=AT, face=Face.WEB)
    request_letters(by)
