"""Clients that pass from one of us to another."""
