"""The signals on the company's own past: whom they would have flagged, how early, and how often in vain.

Loads DuckDB and numpy: only background work imports it.
"""
