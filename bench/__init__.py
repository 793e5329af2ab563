"""Measurements: speed against the limit and the peers, quality against the truth and the usual ways."""
