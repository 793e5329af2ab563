"""Programs that are timed, each a process of its own: files and the day in, a last line of JSON out."""
