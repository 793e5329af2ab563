"""Ending a relationship: grounds, last chance, a decision, a polite end."""
