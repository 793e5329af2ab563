"""The whole assessment: Parquet in, clients, signals and company out."""

import json
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from vernost.engine import Settings, Tables, assess


def main(orders: str, as_of: str, out: str) -> None:
    begun = perf_counter()
    result = assess(Tables.of(orders=Path(orders)), Settings(), date.fromisoformat(as_of))
    result.write(Path(out))
    print(json.dumps({"work": perf_counter() - begun}))


if __name__ == "__main__":
    main(*sys.argv[1:])
