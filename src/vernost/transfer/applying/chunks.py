"""Takes staged rows a chunk at a time, each in a transaction of its own: kept, or rolled back when only checking."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from vernost.clients.models import Client
from vernost.core.models import User
from vernost.core.queries.company import company
from vernost.engine.io.sql import literal
from vernost.transfer.applying.chunk import Chunk
from vernost.transfer.applying.clients import apply_clients
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.facts import apply_facts
from vernost.transfer.applying.index import ClientIndex
from vernost.transfer.applying.result import Result
from vernost.transfer.enums import Policy
from vernost.transfer.kinds import KINDS
from vernost.transfer.models import ImportRun
from vernost.transfer.plan import Plan
from vernost.transfer.reading.stage import connect
from vernost.transfer.storage import STAGED, folder

# Long enough to be quick, short enough that nobody else waits for the database.
CHUNK = 5000
# A row that may hand a client over may change dozens of records.
_CHUNK_OF_HANDOVERS = 250


def context_of(run: ImportRun, *, by: User, at: datetime) -> Context:
    plan = Plan.of(run.plan)
    return Context(
        kind=KINDS[run.kind],
        plan=plan,
        by=by,
        at=at,
        run=run.token,
        currency=plan.currency or company().currency,
        index=ClientIndex(plan.client_key, by),
    )


def size_of_chunks(context: Context) -> int:
    """In rows."""
    gives = context.kind.is_of_clients and "owner" in context.plan.mapping
    if not gives or context.plan.policy_of("owner") is not Policy.OVERWRITE:
        return CHUNK
    is_anybodys = Client.objects.filter(owner__isnull=False, deleted_at=None).exists()
    return _CHUNK_OF_HANDOVERS if is_anybodys else CHUNK


def chunks_after(token: str, bookmark: int, size: int) -> Iterator[Chunk]:
    """The staged rows behind `bookmark`, in order."""
    connection = connect(token)
    staged = literal(str(folder(token) / STAGED))
    try:
        while True:
            query = f"SELECT * FROM read_parquet({staged}) WHERE n > {bookmark} AND n <= {bookmark + size} ORDER BY n"
            chunk = Chunk(connection.sql(query).to_arrow_table())
            if not len(chunk):
                return
            yield chunk
            bookmark = chunk.last
    finally:
        connection.close()


def apply(context: Context, chunk: Chunk) -> list[Result]:
    """The real thing; the caller decides whether the transaction stays."""
    return apply_clients(context, chunk.rows()) if context.kind.is_of_clients else apply_facts(context, chunk)


def try_out(context: Context, chunk: Chunk) -> list[Result]:
    """What `apply` would do: it is done, looked at, and rolled back.

    Chunk by chunk, so that nobody waits; clients that an earlier chunk would have made are made again and counted once
    (`clients_made`).
    """
    with transaction.atomic():
        results = apply(context, chunk)
        transaction.set_rollback(True)
    context.forget_unsaved()
    return results
