"""Programmes: what we aim at and by which plan: goals, relationship-development plans, ideas of the staff."""
