"""A file comes in, and a person says what it is."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from vernost.core.access import Action, Scope, scope_of
from vernost.core.actions.record import create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.engine.io.errors import UnreadableFile
from vernost.transfer.enums import RunState
from vernost.transfer.models import ImportRun, RememberedPlan
from vernost.transfer.plan import Plan, headers_digest
from vernost.transfer.queries.plan import first_plan
from vernost.transfer.reading.guess import guess_kind
from vernost.transfer.reading.peek import peek
from vernost.transfer.storage import folder, remove_folder, shown_name, source_of

MOST_BYTES = 512 << 20
_ROWS_SHOWN = 5


class UnableToReadFile(Exception):
    """The file is too large or no table; `problem` is what transfer/wording.py puts in words."""

    def __init__(self, error: UnreadableFile) -> None:
        self.problem = {"code": error.code, "details": error.details}
        super().__init__(str(error))


def upload_file(*, pieces: Iterable[bytes], name: str, by: User, at: datetime, face: Face) -> ImportRun:
    """Keeps the file and looks into it. UnableToReadFile when it cannot; then nothing is kept."""
    token = secrets.token_hex(8)
    shown = shown_name(name)
    try:
        size, digest = _keep(token, pieces, shown)
        seen = peek(source_of(token), shown)
    except UnreadableFile as error:
        remove_folder(token)
        raise UnableToReadFile(error) from error
    run = ImportRun(
        token=token, file_name=shown, file_size=size, digest=digest, created_by=by, created_at=at,
        kind=guess_kind(seen.headers, shown),
        layout={
            "headers": seen.headers, "rows": seen.rows[:_ROWS_SHOWN], "encoding": seen.encoding,
            "separator": seen.separator, "sheet": seen.sheet, "client_key_rows": seen.rows,
        },
    )  # fmt: skip
    run.plan = first_plan(run, run.kind).as_json()
    return create_record(record=run, by=by, at=at, face=face, run=token)


def choose_columns(*, run: ImportRun, kind: str, plan: Plan, by: User, at: datetime, face: Face) -> ImportRun:
    """Keeps the decisions with the run and for the next file of its kind, and has the file checked."""
    with transaction.atomic():
        run.kind, run.plan, run.state = kind, _within_rights(plan, by).as_json(), RunState.CHECKING
        run.problem, run.unknown, run.expected = {}, {}, {}
        run.save(update_fields=["kind", "plan", "state", "problem", "unknown", "expected"])
        _remember(run, at)
    return run


def choose_values(
    *,
    run: ImportRun,
    values: dict[str, dict[str, str]],
    others: dict[str, str],
    by: User,
    at: datetime,
    face: Face,
) -> ImportRun:
    """What the words of the file stand for; then the file is checked again."""
    with transaction.atomic():
        run.plan = Plan.of(run.plan).with_values(values, others).as_json()
        run.state, run.unknown = RunState.CHECKING, {}
        run.save(update_fields=["plan", "state", "unknown"])
        _remember(run, at)
    return run


def _within_rights(plan: Plan, by: User) -> Plan:
    """Whoever sees only some clients may not make clients of nobody."""
    if scope_of(by, Action.IMPORT) is not Scope.ALL and plan.owner is None:
        return Plan.of({**plan.as_json(), "owner": by.pk})
    return plan


def _remember(run: ImportRun, at: datetime) -> None:
    RememberedPlan.objects.update_or_create(
        kind=run.kind,
        headers_digest=headers_digest(run.layout["headers"]),
        defaults={"plan": run.plan, "used_at": at},
    )


def _keep(token: str, pieces: Iterable[bytes], shown: str) -> tuple[int, str]:
    size, digest = 0, sha256()
    folder(token)
    with source_of(token).open("wb") as file:
        for piece in pieces:
            size += len(piece)
            if size > MOST_BYTES:
                raise UnreadableFile("too_large", file=shown, most=MOST_BYTES >> 20)
            digest.update(piece)
            file.write(piece)
    return size, digest.hexdigest()
