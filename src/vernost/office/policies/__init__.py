"""What each group may get, and what was given beyond it."""
