"""Asks a web server for pages, on kept connections where it keeps them, with as little work of its own as can be."""

import asyncio
from collections.abc import Iterable
from random import Random
from time import perf_counter
from urllib.parse import quote

type Times = dict[str, list[float]]


class Unexpected(Exception):
    """The server answered something else than a page."""


async def visit(port: int, cookie: str, asked: Iterable[tuple[str, str]], times: Times) -> None:
    """Asks for each (kind, address) in turn; adds the milliseconds of each, with a new connection's, to `times`."""
    kept = None
    for kind, address in asked:
        path = quote(address, safe="/?&=-_+")
        begun = perf_counter()
        reader, writer = kept or await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_length(head, address))
        times.setdefault(kind, []).append((perf_counter() - begun) * 1000)
        kept = reader, writer
        if b"connection: close" in head.lower():
            writer.close()
            kept = None
    if kept:
        kept[1].close()


def _length(head: bytes, address: str) -> int:
    lines = head.lower().split(b"\r\n")
    if not lines[0].startswith(b"http/1.1 200"):
        raise Unexpected(f"{address}: {lines[0].decode()}")
    return next(int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:"))


async def one_person(port: int, cookie: str, pages: dict[str, list[str]], times_each: int) -> Times:
    """Every kind of page `times_each` times, in turns."""
    times: Times = {}
    turns = (
        (kind, addresses[turn % len(addresses)])
        for turn in range(times_each)
        for kind, addresses in pages.items()
    )
    await visit(port, cookie, turns, times)
    return times


async def many_people(
    port: int, cookie: str, pages: dict[str, list[str]], people: int, seconds: float
) -> tuple[Times, float]:
    """`people` who ask without a pause for kinds of pages by chance; and how long it took."""
    times: Times = {}
    begun = perf_counter()
    await asyncio.gather(
        *(visit(port, cookie, _until(begun + seconds, pages, person), times) for person in range(people))
    )
    return times, perf_counter() - begun


def _until(end: float, pages: dict[str, list[str]], seed: int) -> Iterable[tuple[str, str]]:
    dice, kinds = Random(seed), list(pages)
    while perf_counter() < end:
        kind = dice.choice(kinds)
        yield kind, dice.choice(pages[kind])
