"""Steps as DuckDB's SQL, written straight from their Ibis expressions.

Ibis's own compiler rewrites each expression several times, because it serves twenty dialects; this takes a tenth of
the time. It knows what the steps use. What it does not know it refuses (`Unwritten`), and Ibis's compiler takes over.
"""

from vernost.engine.writing.relations import written
from vernost.engine.writing.values import Unwritten

__all__ = ["Unwritten", "written"]
