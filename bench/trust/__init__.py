"""`python -m bench trust` (or `make trust`): breaks an installation on purpose and counts what was lost or doubled."""
