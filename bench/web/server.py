"""`vernost run` in front of a database of the measurement, and a person who has logged in."""

import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlencode

import click

from bench.web.person import DIRECTOR, PASSWORD

_SECONDS_TO_START = 300


@dataclass(frozen=True)
class Server:
    """`cookie` is the header of the director's session; `pid` that of `vernost run`."""

    port: int
    cookie: str
    pid: int


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[Server]:
    """The server while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = (Path(sys.executable).with_name("vernost"), "run", "--port", str(port))
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        yield Server(port, _logged_in(port, process), process.pid)
    finally:
        process.terminate()
        process.wait(30)


def _logged_in(port: int, process: "subprocess.Popen[bytes]") -> str:
    end = monotonic() + _SECONDS_TO_START
    while monotonic() < end and process.poll() is None:
        try:
            return _log_in(port)
        except OSError:
            sleep(0.1)
    raise click.ClickException("vernost run did not answer")


def _log_in(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/login/")
    page = connection.getresponse()
    form = page.read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    cookie = (page.getheader("Set-Cookie") or "").split(";")[0]
    if token is None:
        raise click.ClickException("the login page has no form")
    body = urlencode({"login": DIRECTOR, "password": PASSWORD, "csrfmiddlewaretoken": token[1]})
    head = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    connection.request("POST", "/login/", body, head)
    answer = connection.getresponse()
    answer.read()
    given = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
    if not any(one.startswith("sessionid") for one in given):
        raise click.ClickException(f"nobody was let in: {answer.status}")
    return "; ".join(given)
