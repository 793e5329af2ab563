"""Endings: grounds, last chance, decision, a polite end, letters."""
