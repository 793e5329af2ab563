"""The command line: `assess`, `simulate` and `explain` without Django."""
