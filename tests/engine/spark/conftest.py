"""A standalone master with two workers on loopback, once for all tests of this directory."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.standalone import standalone
from vernost.engine.spark import Spark

# Short tasks on a busy machine: what the compilers of Java would win later, nobody sees.
_LIGHT = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """Skipped where there is no Java."""
    if shutil.which("java") is None:
        pytest.skip("no Java here: Spark needs Java 17 (Debian: openjdk-17-jre-headless)")
    folder: Path = tmp_path_factory.mktemp("standalone")
    light = {"spark.driver.extraJavaOptions": _LIGHT, "spark.executor.extraJavaOptions": _LIGHT}
    with standalone(folder) as master:
        engine = Spark(master, partitions=2, conf=light)
        yield engine
        engine.close()
