"""Loyalty beyond its level: what it rests on, what is broken, what clients expect."""
