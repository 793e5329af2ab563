"""What clients of each group may get, what of it was used, and what went beyond it."""
