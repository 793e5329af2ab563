"""Starts Spark: the Java machine, the connection to the master, the settings under which every step runs."""

import logging
import shutil
import socket
import time
from collections.abc import Mapping
from os import environ
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from vernost.engine.errors import EngineError

try:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    INSTALLED = True
except ImportError:  # the extra vernost[spark] is not there; starting says so
    INSTALLED = False

# What every session gets, also one that the caller brought.
STEPS_NEED = {
    "spark.sql.session.timeZone": "UTC",
    # A sum that leaves its type, a division by zero or a text that is no number is an error, not a wrong figure.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.adaptive.enabled": "true",
    # Shuffled parts are joined to 64 MB each: few tasks for a small firm, no sea of files for a large one.
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
}
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_SECONDS_FOR_MASTER = 5.0
_SECONDS_FOR_WORKERS = 60.0


def is_here(master: str) -> bool:
    """Whether all workers are on this machine and see its files."""
    if master.startswith("local"):
        return True
    hosts = {host for host, _port in _addresses(master)}
    return bool(hosts) and hosts <= {"127.0.0.1", "localhost", "::1"}


def start(
    master: str, *, memory: str, partitions: int | None, folder: Path, conf: Mapping[str, str]
) -> "SparkSession":
    """A session on `master`; the Java machine's own words go to spark.log in the local `folder`.

    Raises EngineError: spark_missing, java_missing (what to install), spark_unreachable (nobody listens there),
    spark_not_started, spark_without_workers, spark_running (another session of this process is not closed).
    """
    if not INSTALLED:
        raise EngineError("spark_missing", install="vernost[spark]")
    if SparkContext._active_spark_context is not None:
        raise EngineError("spark_running", master=SparkContext._active_spark_context.master)
    _require_java()
    _require_master(master)
    # It tells of every connection that it closes.
    logging.getLogger("py4j").setLevel(logging.WARNING)
    settings = {**_QUIET, **STEPS_NEED, "spark.app.name": "vernost", "spark.master": master}
    settings |= {"spark.driver.memory": memory, "spark.executor.memory": memory}
    if partitions is not None:
        settings["spark.sql.shuffle.partitions"] = str(partitions)
    if is_here(master):
        # Nobody outside this machine has anything to say to us.
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    config = SparkConf(loadDefaults=False).setAll(list({**settings, **conf}.items()))
    log = folder / "spark.log"
    try:
        with log.open("ab") as words:
            gateway = SparkContext._gateway or _launch(config, words)
        session: SparkSession = SparkSession(SparkContext(conf=config, gateway=gateway))
    except Exception as error:
        raise EngineError("spark_not_started", master=master, log=_last_words(log)) from error
    _await_workers(session, master)
    return session


def settle(session: "SparkSession") -> "SparkSession":
    """A session of its own (stages, settings) on the caller's Spark."""
    own = session.newSession()
    for name, value in STEPS_NEED.items():
        own.conf.set(name, value)
    return own


def _launch(config: "SparkConf", words: IO[bytes]) -> Any:
    start_java: Any = launch_gateway
    return start_java(config, {"stdout": words, "stderr": words})


def _require_java() -> None:
    home = environ.get("JAVA_HOME")
    java = Path(home) / "bin" / "java" if home else None
    if not (java.is_file() if java else shutil.which("java")):
        raise EngineError("java_missing", install="Java 17", java_home=home or "")


def _addresses(master: str) -> list[tuple[str, int]]:
    """Hosts and ports of a standalone master (several: each may lead); none for other kinds of cluster."""
    if not master.startswith("spark://"):
        return []
    found = [urlsplit(f"//{part}") for part in master.removeprefix("spark://").split(",")]
    return [(part.hostname or "", part.port or 7077) for part in found]


def _require_master(master: str) -> None:
    addresses = _addresses(master)
    for address in addresses:
        try:
            socket.create_connection(address, _SECONDS_FOR_MASTER).close()
        except OSError:
            continue
        return
    if addresses:
        raise EngineError("spark_unreachable", master=master)


def _await_workers(session: "SparkSession", master: str) -> None:
    """Without a worker Spark would wait for ever and say so in its log only."""
    context: Any = session.sparkContext._jsc.sc()
    until = time.monotonic() + _SECONDS_FOR_WORKERS
    # The driver itself is one of those who hold memory.
    while not master.startswith("local") and context.getExecutorMemoryStatus().size() < 2:
        if time.monotonic() > until:
            session.stop()
            raise EngineError("spark_without_workers", master=master, waited_seconds=_SECONDS_FOR_WORKERS)
        time.sleep(0.1)


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() if log.exists() else []
    return " | ".join(lines[-3:])
