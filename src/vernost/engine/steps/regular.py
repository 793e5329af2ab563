"""Step 6, regular: whether the client is one by the company's own definition (assessment.md, 5; C1)."""

import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings


def regular(facts: ir.Table, settings: Settings) -> ir.Table:
    """Adds regular: enough purchases, and still buying in the client's own rhythm."""
    enough = _.occasions >= settings.regular_occasions
    return facts.mutate(regular=(enough & (_.overdue_ratio <= settings.regular_overdue)).fill_null(False))
