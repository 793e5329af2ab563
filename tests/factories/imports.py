"""Imports taken the way a person takes them: uploaded, checked, run."""

from dataclasses import replace
from typing import Any

from tests.factories.moments import AT
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.transfer.actions.check import check_import
from vernost.transfer.actions.execute import run_import, start_import
from vernost.transfer.actions.undo import start_undo, undo_import
from vernost.transfer.actions.upload import choose_columns, upload_file
from vernost.transfer.models import ImportRun
from vernost.transfer.queries.plan import first_plan


def upload(content: str | bytes, by: User, name: str = "file.csv") -> ImportRun:
    data = content.encode() if isinstance(content, str) else content
    return upload_file(pieces=[data], name=name, by=by, at=AT, face=Face.WEB)


def check(content: str | bytes, by: User, name: str = "file.csv", kind: str = "", **plan: Any) -> ImportRun:
    """Uploaded and checked as guessed, but for what `plan` says otherwise."""
    run = upload(content, by, name)
    kind = kind or run.kind
    decided = replace(first_plan(run, kind), **plan)
    choose_columns(run=run, kind=kind, plan=decided, by=by, at=AT, face=Face.WEB)
    return check_import(run=run, at=AT)


def take(content: str | bytes, by: User, name: str = "file.csv", kind: str = "", **plan: Any) -> ImportRun:
    """Imported to the end."""
    run = check(content, by, name, kind, **plan)
    run = start_import(run=run, by=by, at=AT, face=Face.WEB)
    return run_import(run=run, at=AT)


def take_back(run: ImportRun, by: User) -> ImportRun:
    return undo_import(run=start_undo(run=run, by=by, at=AT, face=Face.WEB), at=AT)
