"""Everything that the firm knows of its clients, as the engine's input tables (engine/tables/inputs.py)."""

from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.db.models import Max, Q, Sum

from vernost.assessment.queries.rows import Kind, read
from vernost.clients.models import Client, Cost, Invoice, Order, Payment, Potential
from vernost.clients.queries.client import removed
from vernost.engine.errors import EngineError
from vernost.engine.settings import Settings
from vernost.engine.tables import INPUTS
from vernost.voice.models import Act, Complaint, Interaction, Rating

# The removed clients are few: leaving them out is cheaper than looking each row's client up.
_LIVE = Q(deleted_at=None) & ~Q(client__in=removed())
_CLIENT: tuple[str, Kind] = ("client_id", "id")

_COLUMNS: dict[str, tuple[Any, dict[str, tuple[str, Kind]]]] = {
    "orders": (
        Order,
        {
            "client_id": _CLIENT,
            "ordered_on": ("ordered_on", "day"),
            "amount": ("amount", "number"),
            "direct_cost": ("direct_cost", "number"),
            "service_line": ("service_line_id", "integer"),
            "currency": ("currency", "text"),
            "status": ("status", "text"),
            "is_extra": ("is_extra", "boolean"),
        },
    ),
    "interactions": (
        Interaction,
        {
            "client_id": _CLIENT,
            "at": ("at", "moment"),
            "direction": ("direction", "text"),
            "kind": ("kind", "text"),
            "channel": ("channel", "text"),
            "outcome": ("outcome", "text"),
            "answered_at": ("answered_at", "moment"),
            "mood": ("mood", "integer"),
            "minutes": ("minutes", "number"),
            "person": ("person_id", "integer"),
            "free_of_charge": ("free_of_charge", "boolean"),
        },
    ),
    "ratings": (
        Rating,
        {
            "client_id": _CLIENT,
            "at": ("rated_on", "day"),
            "measure": ("measure", "text"),
            "value": ("value", "number"),
        },
    ),
    "complaints": (
        Complaint,
        {
            "client_id": _CLIENT,
            "opened_on": ("opened_on", "day"),
            "closed_on": ("closed_on", "day"),
            "justified": ("justified", "boolean"),
            "satisfied_after": ("satisfied_after", "boolean"),
            "cost": ("cost", "number"),
            "value": ("value", "number"),
            "currency": ("currency", "text"),
        },
    ),
    "acts": (Act, {"client_id": _CLIENT, "on": ("happened_on", "day"), "kind": ("kind", "text")}),
    "costs": (
        Cost,
        {
            "client_id": _CLIENT,
            "on": ("spent_on", "day"),
            "minutes": ("minutes", "number"),
            "money": ("money", "number"),
            "person": ("person_id", "integer"),
            "purpose": ("purpose", "text"),
            "currency": ("currency", "text"),
        },
    ),
    "invoices": (
        Invoice,
        {
            "client_id": _CLIENT,
            "id": ("id", "id"),
            "amount": ("amount", "number"),
            "issued_on": ("issued_on", "day"),
            "due_on": ("due_on", "day"),
            "paid_on": ("paid_on", "day"),
            "currency": ("currency", "text"),
        },
    ),
}
_TEXT_IDS = ("service_line", "person")


def engine_tables(settings: Settings, on_table: Callable[[str], None]) -> dict[str, pa.Table]:
    """The tables that have rows, without columns in which nothing stands: the engine says what it could not judge.

    Money of invoices, complaints and costs is in the company's currency (orders keep theirs, the engine converts).
    Raises EngineError for a currency without a rate.
    """
    found = {"clients": _clients(settings)}
    for name, (model, columns) in _COLUMNS.items():
        on_table(name)
        table = read(model.objects.filter(_LIVE), columns)
        if name == "invoices":
            table = _paid(table)
        if name != "orders" and "currency" in columns:
            table = _in_company_currency(table, settings)
        found[name] = table
    return {name: _given(name, table) for name, table in found.items() if table.num_rows or name == "orders"}


def _clients(settings: Settings) -> pa.Table:
    table = read(
        Client.objects.filter(deleted_at=None),
        {
            "client_id": ("id", "id"),
            "kind": ("kind", "text"),
            "founded_on": ("founded_on", "day"),
            "since": ("since_on", "day"),
            "business_stability": ("business_stability", "number"),
            "values_fit": ("values_fit", "number"),
            "promising": ("promising", "boolean"),
            "strategic": ("strategic", "boolean"),
            "compelled": ("compelled", "boolean"),
            "referred_by": ("referred_by_id", "id"),
            "ended_on": ("ended_on", "day"),
        },
    )
    estimates = Potential.objects.filter(_LIVE)
    last = dict(estimates.values_list("client_id").annotate(on=Max("estimated_on")))
    columns = ("client_id", "estimated_on", "annual_amount", "currency")
    spends = {
        client: float(amount) * _rate(currency, settings)
        for client, on, amount, currency in estimates.values_list(*columns)
        if last[client] == on
    }
    potential = pa.array([spends.get(pk) for pk in table.column("client_id").to_pylist()], pa.float64())
    return table.append_column("annual_potential", potential)


def _paid(invoices: pa.Table) -> pa.Table:
    """Adds paid_amount, the sum of the payments of each invoice."""
    payments = Payment.objects.filter(deleted_at=None, invoice__isnull=False)
    sums = payments.values_list("invoice_id").annotate(paid=Sum("amount"))
    paid = {pk: float(amount) for pk, amount in sums.iterator(50_000)}
    # What a person marked as paid in full is paid, with or without payments written down.
    whole = zip(*(invoices.column(name).to_pylist() for name in ("id", "amount", "paid_on")), strict=True)
    amounts = [amount if on is not None else max(paid.get(pk, 0.0), 0.0) for pk, amount, on in whole]
    return invoices.append_column("paid_amount", pa.array(amounts, pa.float64()))


def _in_company_currency(table: pa.Table, settings: Settings) -> pa.Table:
    found = pc.unique(table.column("currency")).to_pylist()
    if settings.currency and [one for one in found if one != settings.currency]:
        rates = {one: _rate(one, settings) for one in found}
        factor = pa.array([rates[one] for one in table.column("currency").to_pylist()], pa.float64())
        for name in {"amount", "paid_amount", "cost", "value", "money"} & set(table.column_names):
            place = table.column_names.index(name)
            table = table.set_column(place, name, pc.multiply(table.column(name), factor))
    return table.drop_columns(["currency"])


def _rate(currency: str, settings: Settings) -> float:
    rates = {settings.currency: 1.0, **settings.exchange_rates}
    if currency not in rates:
        raise EngineError("mixed_currencies", found=[currency], currency=settings.currency)
    return rates[currency]


def _given(name: str, table: pa.Table) -> pa.Table:
    """Without columns that are empty throughout and not required; numbers of persons and services as text."""
    spec: Mapping[str, Any] = {column.name: column for column in INPUTS[name].columns}
    for column in table.column_names:
        if column in _TEXT_IDS:
            place = table.column_names.index(column)
            table = table.set_column(place, column, table.column(column).cast(pa.string()))
    kept = [
        column
        for column in table.column_names
        if column in spec and (spec[column].required or table.column(column).null_count < table.num_rows)
    ]
    return table.select(kept)
