"""From the request to tables: reads the files, and asks where only a person can know."""

import sys
from dataclasses import replace

import click

from vernost.assessment.wording.errors import error_text
from vernost.assessment.wording.words import Words
from vernost.cli.language import gettext as _
from vernost.cli.language import spoken_language
from vernost.cli.options import Request
from vernost.cli.progress import Tell
from vernost.engine import EngineError, ReadOptions, read_tables
from vernost.engine.io import TablesRead
from vernost.engine.io.options import DateOrder

DATE_ORDERS: dict[DateOrder, str] = {"dmy": "31.12.2026", "mdy": "12/31/2026", "ymd": "2026-12-31"}


def read(request: Request, tell: Tell) -> TablesRead:
    """The tables of the request. Where dates are ambiguous and a person sits at the terminal, that person is asked."""
    options = ReadOptions(
        mapping=request.mapping,
        date_order=request.date_order,
        decimal=request.decimal,
        encoding=request.encoding,
        separator=request.separator,
        sheet=request.sheet,
        skip_bad_rows=request.skip_bad_rows,
        currency=None,
    )
    try:
        return _read(request, options, tell)
    except EngineError as error:
        if error.code not in ("ambiguous_dates", "mixed_dates") or not _somebody_is_there():
            raise
        return _read(request, replace(options, date_order=_ask_for_date_order(error)), tell)


def _read(request: Request, options: ReadOptions, tell: Tell) -> TablesRead:
    others = request.tables
    return read_tables(
        list(request.orders),
        clients=others.get("clients"),
        invoices=others.get("invoices"),
        interactions=others.get("interactions"),
        ratings=others.get("ratings"),
        complaints=others.get("complaints"),
        acts=others.get("acts"),
        costs=others.get("costs"),
        options=options,
        on_progress=lambda table, part: tell(_("Reading {table}", table=table), part),
    )


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _ask_for_date_order(error: EngineError) -> DateOrder:
    click.echo(error_text(Words.load(spoken_language()), error), err=True)
    for name, example in DATE_ORDERS.items():
        click.echo(f"  {name}  ({example})", err=True)
    answer: DateOrder = click.prompt(
        _("Order of day, month and year"), type=click.Choice(tuple(DATE_ORDERS)), err=True
    )
    return answer


def names_of(reading: TablesRead, client_ids: set[str] | None) -> dict[str, str]:
    """Names of these clients (None: of all), where the table of clients has them."""
    if "clients" not in reading or "name" not in reading["clients"].present:
        return {}
    named = "SELECT CAST(client_id AS VARCHAR) AS id, name FROM clients WHERE name IS NOT NULL"
    if client_ids is None:
        return dict(reading.connection.execute(named).fetchall())
    some = f"SELECT * FROM ({named}) WHERE id IN (SELECT unnest(?))"  # noqa: S608 - both parts are ours
    return dict(reading.connection.execute(some, [sorted(client_ids)]).fetchall())
