"""Winning back clients who are gone."""
