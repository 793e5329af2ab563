"""Clients: found, written in, changed, removed and handed over."""
