"""The one family of errors that the engine raises on purpose; a face puts them in words."""


class EngineError(Exception):
    """Something the caller can mend. `code` names the case, `details` holds plain, JSON-ready facts.

    `str()` is plain English for logs and developers; the faces translate from code and details.
    """

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details = details
        super().__init__(code)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}: {value}" for name, value in self.details.items())
        return f"{self.code} ({facts})" if facts else self.code
