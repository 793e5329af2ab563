from typing import Any

from django.utils.translation import gettext as _
from ninja import File, Query
from ninja.files import UploadedFile

from vernost.api.cases.endpoints import NOBODY
from vernost.api.data.schemas import (
    ColumnsChosen,
    ImportsAsked,
    ImportShown,
    RowOfImport,
    RowsOfImport,
    RowsOfImportAsked,
    ValuesChosen,
    WholeImportShown,
)
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, records_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.values import Number
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import owners_for
from vernost.transfer import report, tasks
from vernost.transfer.actions.execute import UnableToStartImport, start_import, stop_import
from vernost.transfer.actions.undo import UnableToUndoImport, start_undo
from vernost.transfer.actions.upload import (
    UnableToReadFile,
    choose_columns,
    choose_values,
    upload_file,
)
from vernost.transfer.enums import Outcome, RunState
from vernost.transfer.kinds import KINDS, Kind
from vernost.transfer.models import ImportRun
from vernost.transfer.plan import Plan
from vernost.transfer.queries.plan import first_plan
from vernost.transfer.queries.run import visible_to
from vernost.transfer.reading.values import allowed_for
from vernost.transfer.storage import CHECK, REPORT
from vernost.transfer.wording import problem_text, reason_text

operations = Operations("data")
_BEFORE_THE_RUN = (RunState.COLUMNS, RunState.CHECKING, RunState.VALUES, RunState.CHECKED)
_HAS_REPORT = (RunState.STOPPED, RunState.DONE, RunState.UNDONE)
_COLUMNS = (
    "id", "kind", "state", "file_name", "file_size", "total", "bookmark", "expected", "counts", "created_by_id",
    "created_at", "started_at", "finished_at", "undone_at",
)  # fmt: skip


@operations.reads("/imports", right=Action.IMPORT, answer=Page[ImportShown])
def list_imports(request: Request, asked: Query[ImportsAsked]) -> Page[ImportShown]:
    """Files that came in: all of them for a director, else one's own."""
    records, following = records_of(narrowed(visible_to(request.auth), state=asked.state), asked)
    return Page[ImportShown](items=[ImportShown(**_told(one)) for one in records], next=following)


@operations.creates("/imports", right=Action.IMPORT, answer=WholeImportShown)
def upload_a_file(request: Request, file: File[UploadedFile]) -> WholeImportShown:
    """Takes a table (CSV, XLSX, Parquet) as form data, guesses what it is, and checks it in the background."""
    try:
        run = upload_file(
            pieces=file.chunks(), name=file.name or "file", by=request.auth, at=now(), face=Face.API
        )
    except UnableToReadFile as refused:
        raise wrong("body.file", problem_text(refused.problem)) from refused
    return _checked(request.auth, run, run.kind, Plan.of(run.plan))


@operations.reads("/imports/{import_id}", right=Action.IMPORT, answer=WholeImportShown)
def show_import(request: Request, import_id: Number) -> WholeImportShown:
    """One import: what was decided, what is to be decided, what it would do, what it did."""
    return _whole(found(visible_to(request.auth), import_id))


@operations.acts("/imports/{import_id}/columns", right=Action.IMPORT, answer=WholeImportShown)
def choose_columns_of_import(request: Request, import_id: Number, given: ColumnsChosen) -> WholeImportShown:
    """What the file is and which header is which column; then it is checked anew."""
    run = found(visible_to(request.auth), import_id)
    if run.state not in _BEFORE_THE_RUN:
        raise Refusal(Code.CLOSED)
    kind = _kind(given.kind or run.kind)
    plan = Plan.of(run.plan) if kind.name == run.kind else first_plan(run, kind.name)
    values = given.model_dump(exclude={"kind"}, exclude_none=True)
    chosen(owners_for(request.auth), values, "owner_id", NOBODY)
    if "owner" in values:
        values["owner"] = values["owner"].pk
    _refuse_unknown(kind, run, values)
    return _checked(request.auth, run, kind.name, Plan.of(plan.as_json() | values))


@operations.acts("/imports/{import_id}/values", right=Action.IMPORT, answer=WholeImportShown)
def choose_values_of_import(request: Request, import_id: Number, given: ValuesChosen) -> WholeImportShown:
    """What words of the file stand for that do not explain themselves; then it is checked anew."""
    run = found(visible_to(request.auth), import_id)
    if run.state != RunState.VALUES:
        raise Refusal(Code.CLOSED)
    kind, others = KINDS[run.kind], dict.fromkeys(run.unknown, "") | given.others
    for name, choices in (("others", {one: [said] for one, said in others.items()}),
                          ("values", {one: list(said.values()) for one, said in given.values.items()})):  # fmt: skip
        for column, said in choices.items():
            if column not in run.unknown or not set(said) <= allowed_for(kind.choices[column], request.auth):
                raise wrong(f"body.{name}.{column}", _("There is no such choice."))
    choose_values(run=run, values=given.values, others=others, by=request.auth, at=now(), face=Face.API)
    tasks.put_to_work(tasks.check, run, request.auth)
    return _whole(run)


@operations.acts("/imports/{import_id}/start", right=Action.IMPORT, answer=WholeImportShown)
def start_an_import(request: Request, import_id: Number) -> WholeImportShown:
    """Takes a checked file in, in the background; a stopped one goes on."""
    run = found(visible_to(request.auth), import_id)
    try:
        start_import(run=run, by=request.auth, at=now(), face=Face.API)
    except UnableToStartImport as refused:
        raise Refusal(Code.CLOSED) from refused
    tasks.put_to_work(tasks.execute, run, request.auth)
    return _whole(run)


@operations.acts("/imports/{import_id}/stop", right=Action.IMPORT, answer=WholeImportShown)
def stop_an_import(request: Request, import_id: Number) -> WholeImportShown:
    """What is in stays in; it can go on or be taken back."""
    run = found(visible_to(request.auth), import_id)
    return _whole(stop_import(run=run, by=request.auth, at=now(), face=Face.API))


@operations.acts("/imports/{import_id}/undo", right=Action.IMPORT, answer=WholeImportShown)
def undo_an_import(request: Request, import_id: Number) -> WholeImportShown:
    """Takes the whole import back, in the background; what somebody has changed since stays."""
    run = found(visible_to(request.auth), import_id)
    try:
        start_undo(run=run, by=request.auth, at=now(), face=Face.API)
    except UnableToUndoImport as refused:
        raise Refusal(Code.CLOSED) from refused
    tasks.put_to_work(tasks.undo, run, request.auth)
    return _whole(run)


@operations.reads("/imports/{import_id}/rows", right=Action.IMPORT, answer=RowsOfImport)
def list_rows_of_import(request: Request, import_id: Number, asked: Query[RowsOfImportAsked]) -> RowsOfImport:
    """What would become, or became, of each row, and why one was refused; not found before it is checked."""
    run = found(visible_to(request.auth), import_id)
    if run.state != RunState.CHECKED and run.state not in _HAS_REPORT:
        raise Refusal(Code.NOT_FOUND)
    part, kind = CHECK if run.state == RunState.CHECKED else REPORT, KINDS[run.kind]
    rows = report.read_rows(
        run.token, part, outcome=asked.outcome or "", limit=asked.limit, offset=(asked.page - 1) * asked.limit
    )
    return RowsOfImport(items=[_row(row, kind) for row in rows])


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise wrong("body.kind", _("It is none of these: %(kinds)s.") % {"kinds": ", ".join(KINDS)})
    return KINDS[name]


def _refuse_unknown(kind: Kind, run: ImportRun, values: dict[str, Any]) -> None:
    headers = set(run.layout["headers"])
    for name in ("mapping", "policies"):
        for column in values.get(name, {}):
            if column not in kind.spec.names:
                raise wrong(f"body.{name}.{column}", _("This kind of file has no such column."))
    for column, said in values.get("mapping", {}).items():
        if any(header not in headers for header in said.split(" * ") if header):
            raise wrong(f"body.mapping.{column}", _("The file has no such header."))


def _checked(person: User, run: ImportRun, kind: str, plan: Plan) -> WholeImportShown:
    choose_columns(run=run, kind=kind, plan=plan, by=person, at=now(), face=Face.API)
    tasks.put_to_work(tasks.check, run, person)
    return _whole(run)


def _told(run: ImportRun) -> dict[str, Any]:
    problem = problem_text(run.problem, KINDS.get(run.kind)) if run.problem else ""
    return {name: getattr(run, name) for name in _COLUMNS} | {"problem": problem}


def _whole(run: ImportRun) -> WholeImportShown:
    return WholeImportShown(
        headers=run.layout["headers"], plan=run.plan, unknown=run.unknown,
        columns=list(KINDS[run.kind].spec.names), **_told(run),
    )  # fmt: skip


def _row(row: report.ReportRow, kind: Kind) -> RowOfImport:
    outcome = Outcome(row.outcome)
    return RowOfImport(
        row=row.row, name=row.name, outcome=outcome, changes=row.changes,
        reason=reason_text(row, kind) if outcome is Outcome.REFUSED else "",
    )  # fmt: skip
