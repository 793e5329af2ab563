"""Signals: what an assessment raised at a client, and what a person says of it."""
