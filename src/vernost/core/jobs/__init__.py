"""Background work without a broker: Django tasks kept as rows, run by `vernost run`'s worker, safe against kill -9.

A task commits at least every few seconds (on SQLite a long transaction would stop everybody's writing) and is
written so that running it again from its start does no harm: after a kill it is run again.
"""
