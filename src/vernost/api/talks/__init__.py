"""Contacts that took place."""
