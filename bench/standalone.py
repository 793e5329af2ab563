"""A real standalone Spark for as long as it is needed: a master and workers on loopback, from PySpark's own jars."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

_SECONDS_TO_START = 120.0
_JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"


@contextmanager
def standalone(folder: Path, *, workers: int = 2, memory: str = "1g") -> Iterator[str]:
    """The master's address (spark://…) while the block runs; logs and work in `folder`; all stopped afterwards.

    Each worker has one core and `memory` for executors. RuntimeError with the log's end where one does not start.
    """
    port = _free_port()
    master = f"spark://127.0.0.1:{port}"
    place = ("--host", "127.0.0.1", "--webui-port", "0")
    with ExitStack() as stack:
        _start(stack, folder / "master.log", "master.Master", *place, "--port", str(port))
        _await(folder / "master.log", "New state: ALIVE")
        for number in range(workers):
            work = folder / f"worker-{number}"
            size = ("--cores", "1", "--memory", memory, "--work-dir", str(work))
            _start(stack, folder / f"worker-{number}.log", "worker.Worker", *place, *size, master)
        for number in range(workers):
            _await(folder / f"worker-{number}.log", "Successfully registered with master")
        yield master


def _start(stack: ExitStack, log: Path, name: str, *arguments: str) -> None:
    spec = find_spec("pyspark")
    if spec is None or spec.origin is None:
        raise RuntimeError("PySpark is not installed")
    home = Path(spec.origin).parent
    log.parent.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "SPARK_HOME": str(home),
        # Nothing listens on any other address, the web pages of master and workers included.
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": f"{_JAVA} -Dspark.master.rest.enabled=false",
    }
    command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *arguments]
    with log.open("wb") as words:
        process = subprocess.Popen(
            command, stdout=words, stderr=words, env=environment, start_new_session=True
        )
    stack.callback(_stop, process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """The process with its children (a worker's executors stand in its group)."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(timeout=5)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def _await(log: Path, words: str) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while words not in (text := log.read_text(errors="replace")):
        if time.monotonic() > until:
            raise RuntimeError(f"Spark did not start: {text[-1000:]}")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])
