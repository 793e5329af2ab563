"""The signals, a file for each of D1–D7 of requirements.md, and the two tests that they share (trend, rate)."""

import ibis
import ibis.expr.types as ir

from vernost.engine.signals.chance import chance
from vernost.engine.signals.change import change
from vernost.engine.signals.dependence import dependence
from vernost.engine.signals.difficulty import difficulty
from vernost.engine.signals.ending import decide_quickly, ending, unexplained
from vernost.engine.signals.given import Given
from vernost.engine.signals.inattention import inattention
from vernost.engine.signals.unhappy import unhappy

__all__ = ["Given", "raise_signals"]

AREAS = (unhappy, difficulty, change, dependence, ending, inattention, chance)


def raise_signals(given: Given) -> ir.Table:
    """Evidence rows of every signal that is raised today and that the given tables allow."""
    rows = [row for area in AREAS for row in area(given)]
    # Who asks the engine, and waits until it has judged everybody, comes when everything else is written.
    tables = [row() if callable(row) else row for row in rows]
    first = given.backend.store(given.prefix + "raised", ibis.union(*tables))
    explaining = (given.interactions, given.invoices, given.complaints)
    if any(table is not None for table in explaining):
        first = ibis.union(first, unexplained(given, first))
    return ibis.union(first, decide_quickly(given, first))
