"""Somebody at the office's pages: logs in, opens forms, sends them; what he was told is what he remembers."""

import http.client
import re
from html import unescape
from http import HTTPStatus
from urllib.parse import urlencode

from bench.web.server import Server

_HEAD = {"Content-Type": "application/x-www-form-urlencoded"}
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_SEEN = re.compile(r'name="seen" value="([^"]*)"')


class Person:
    def __init__(self, server: Server) -> None:
        self._port, self._cookie = server.port, server.cookie

    def open(self, path: str) -> dict[str, str]:
        """The hidden fields of the page's form, none when there is no such page. OSError or http.client.HTTPException
        when nobody answers.
        """
        status, page = self._ask("GET", path)
        if status != HTTPStatus.OK:
            return {}
        found = {"csrfmiddlewaretoken": _TOKEN, "seen": _SEEN}
        return {name: unescape(hit[1]) for name, pattern in found.items() if (hit := pattern.search(page))}

    def send(self, path: str, fields: dict[str, str]) -> bool:
        """Whether the form was taken."""
        return self._ask("POST", path, urlencode(fields))[0] == HTTPStatus.FOUND

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request(method, path, body, {**_HEAD, "Cookie": self._cookie})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()
