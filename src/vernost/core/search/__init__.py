"""Search by words whatever their form: SQLite's FTS5 and PostgreSQL's full text behind one function.

The database itself keeps its index in step, by triggers or an index on an expression: whoever writes a row, an import
or an undo, need not think of it.
"""

from vernost.core.search.index import SearchIndex
from vernost.core.search.query import found_in, keep_in_step

__all__ = ["SearchIndex", "found_in", "keep_in_step"]
