"""Who looks at the pages: the director, who sees all clients."""

DIRECTOR = "director@bench.example"
PASSWORD = "a password of the bench"  # noqa: S105 (of an invented company)
