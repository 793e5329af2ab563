"""Options that `assess` and `explain` share: which files, how to read them, by which settings to judge."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import click

from vernost.cli.language import gettext as _

OTHER_TABLES = ("clients", "invoices", "interactions", "ratings", "complaints", "acts", "costs")


@dataclass(frozen=True)
class Request:
    """What the person asked to judge, as given on the command line."""

    orders: tuple[str, ...]
    tables: dict[str, str]
    as_of: date | None
    mapping: dict[str, str]
    date_order: Literal["auto", "dmy", "mdy", "ymd"]
    decimal: Literal[".", ","] | None
    encoding: str | None
    separator: str | None
    sheet: str | None
    skip_bad_rows: bool
    currency: str | None
    settings_file: Path | None
    pairs: tuple[str, ...]
    engine: Literal["duckdb", "spark"]
    master: str | None
    spark_folder: str | None
    threads: int | None
    memory_limit: str | None
    keep_stages: Path | None

    @property
    def files(self) -> list[str]:
        return [Path(file).name for file in (*self.orders, *self.tables.values())]


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD or DD.MM.YYYY: neither can be mistaken for the other."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        for form in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                return datetime.strptime(str(value), form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        return self.fail(_("“{value}” is no day; write it as 2026-06-30.", value=value), param, ctx)


def request_options[**P, T](command: Callable[P, T]) -> Callable[P, T]:
    """Adds every option of a Request to a command; `request_of` makes it from the values."""
    for option in reversed(_options()):
        command = option(command)
    return command


def request_of(values: dict[str, Any]) -> Request:
    """Takes the values of `request_options` out of `values`."""
    tables = {name: path for name in OTHER_TABLES if (path := values.pop(name))}
    mapping = dict(_pair(pair) for pair in values.pop("mapping"))
    return Request(tables=tables, mapping=mapping, **{name: values.pop(name) for name in _PLAIN})


_PLAIN = (
    "orders",
    "as_of",
    "date_order",
    "decimal",
    "encoding",
    "separator",
    "sheet",
    "skip_bad_rows",
    "currency",
    "settings_file",
    "pairs",
    "engine",
    "master",
    "spark_folder",
    "threads",
    "memory_limit",
    "keep_stages",
)


def _pair(text: str) -> tuple[str, str]:
    column, sign, header = text.partition("=")
    if not sign:
        raise click.UsageError(_('--map takes column="header", not “{given}”.', given=text))
    return column.strip(), header.strip()


def _options() -> list[Callable[..., Any]]:
    folder = click.Path(file_okay=False, path_type=Path)
    files = [
        click.option(f"--{name}", metavar="FILE", help=text)
        for name, text in {
            "clients": _("What is known of the clients."),
            "invoices": _("Invoices and when they were paid."),
            "interactions": _("Calls, letters, meetings."),
            "ratings": _("Ratings and NPS answers."),
            "complaints": _("Complaints and how they ended."),
            "acts": _("Acts of clients: referrals, suggestions, broken obligations …"),
            "costs": _("Time and money spent on clients."),
        }.items()
    ]
    return [
        click.argument("orders", nargs=-1, required=True, metavar=_("ORDERS...")),
        *files,
        click.option("--as-of", type=Day(), help=_("The day to judge on; else the day of the last order.")),
        click.option(
            "--map",
            "mapping",
            multiple=True,
            metavar='COLUMN="HEADER"',
            help=_("Say exactly which column is which."),
        ),
        click.option(
            "--date-order",
            type=click.Choice(["dmy", "mdy", "ymd"]),
            callback=lambda ctx, param, value: value or "auto",
            help=_("Order of day, month and year in dates."),
        ),
        click.option("--decimal", type=click.Choice([",", "."]), help=_("The decimal mark.")),
        click.option("--encoding", metavar="NAME", help=_("Encoding of text files, for instance cp1251.")),
        click.option("--separator", metavar="CHAR", help=_("What separates columns in text files.")),
        click.option("--sheet", metavar="NAME", help=_("Sheet of a spreadsheet.")),
        click.option(
            "--skip-bad-rows",
            is_flag=True,
            help=_("Go on without rows that cannot be read; write them to rejected.csv."),
        ),
        click.option("--currency", metavar="RUB", help=_("Currency of the company.")),
        click.option(
            "--set",
            "pairs",
            multiple=True,
            metavar="NAME=VALUE",
            help=_("Change a setting (vernost settings)."),
        ),
        click.option(
            "--settings",
            "settings_file",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help=_("Settings from a TOML file."),
        ),
        click.option(
            "--engine",
            type=click.Choice(["duckdb", "spark"]),
            default="duckdb",
            help=_("What computes; duckdb by default."),
        ),
        click.option("--master", metavar="URL", help=_("Address of the Spark master, with --engine spark.")),
        click.option(
            "--spark-folder",
            metavar="URL",
            help=_("Folder for the steps that all Spark workers see, when they are elsewhere."),
        ),
        click.option(
            "--threads",
            type=click.IntRange(min=1),
            metavar="N",
            help=_("Processor cores to use; all by default."),
        ),
        click.option("--memory-limit", metavar="2GB", help=_("Memory that DuckDB may use.")),
        click.option(
            "--keep-stages", type=folder, metavar="DIR", help=_("Also write every step as a Parquet file.")
        ),
    ]
