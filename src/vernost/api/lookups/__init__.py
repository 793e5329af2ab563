"""Whose numbers stand in other records: people, segments, service lines."""
