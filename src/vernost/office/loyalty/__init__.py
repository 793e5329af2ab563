"""Loyalty: the levels with their evidence, words against deeds, factors and hygiene, expectations and gaps."""
