from dataclasses import dataclass


@dataclass(frozen=True)
class SearchIndex:
    """Which text columns of `table` can be found; its key is `id`."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.table}_fts"
