"""The whole assessment on Spark: Parquet in, clients, signals and company out; the start of Spark is not counted."""

import json
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from vernost.engine import Settings, Tables, assess
from vernost.engine.spark import Spark


def main(orders: str, as_of: str, out: str, master: str, memory: str) -> None:
    spark = Spark(master, memory=memory)
    begun = perf_counter()
    result = assess(Tables.of(spark, orders=Path(orders)), Settings(), date.fromisoformat(as_of))
    result.write(Path(out))
    work = perf_counter() - begun
    spark.close()
    print(json.dumps({"work": work}))


if __name__ == "__main__":
    main(*sys.argv[1:])
