"""Pictures of every page of the demo: both languages, light and dark, desktop and phone: `make shots`.

Starts `vernost demo` for each language on a free port and drives Debian's Chromium. Pages are found by following the
links from the first one: one page of each view. Pictures go to
build/shots, all of one page together to build/shots/sheets.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page, sync_playwright

from vernost.cli.django import start_django

SHOTS = Path("build/shots")
DEMO = Path("build/demo")
SIZES = {"desktop": {"width": 1280, "height": 860}, "phone": {"width": 390, "height": 844}}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOGIN = re.compile(r"http://\S+:(\d+) — \S+ (\S+), \S+ (\S+) —")
# What no link leads to. Words to look for are in the language of the demo's people.
BESIDE = {
    "ru": ("/clients/?q=zzzz", "/search/?q=петровой", "/nowhere/"),
    "en": ("/clients/?q=zzzz", "/search/?q=peterson", "/nowhere/"),
}
# Files, and what ends the visit.
NO_PAGE = re.compile(
    r"^/(static|logout|api|health|metrics)|export|download|undo|\.(csv|xlsx|ics|json|docx|pdf)$|/file/"
)
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LONGEST = 4000  # of a picture, in pixels: a list of everything shows no more with its 100th row


@contextmanager
def demo(language: str, data: Path = DEMO) -> Iterator[tuple[str, str, str]]:
    """Address, login and password of a running demo that lives in the folder `data`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "vernost.cli", "demo", "--language", language, "--port", str(port)]
    # The demo has the product's settings, also when a test starts it.
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    process = subprocess.Popen([*command, "--data", str(data)], stdout=subprocess.PIPE, text=True, env=own)
    try:
        said = LOGIN.search(process.stdout.readline() if process.stdout else "")
        if said is None:
            raise SystemExit("vernost demo has not said its address")
        yield f"http://127.0.0.1:{port}", said[2], said[3]
    finally:
        process.terminate()
        process.wait(60)
        if process.stdout:
            process.stdout.close()


def log_in(page: Page, login: str, password: str) -> None:
    page.goto("/login/")
    page.locator("[name=login]").fill(login)
    page.locator("[name=password]").fill(password)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "login" not in url)


def shape(address: str) -> str:
    """The name of the view behind the address; two answers of a search are two pages."""
    parts = urlsplit(address)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        name = "nowhere"
    return f"{name}-asked" if "q=" in parts.query else name


def find_pages(page: Page, language: str) -> Iterator[tuple[str, str]]:
    """Name and address of each page, in the order in which a person would meet them, while `page` shows it."""
    found = {"login"}
    waiting = ["/", *BESIDE[language]]
    while waiting:
        address = waiting.pop(0)
        name = shape(address)
        if name in found or NO_PAGE.search(urlsplit(address).path):
            continue
        answer = page.goto(address)
        if answer is None or "text/html" not in (answer.headers.get("content-type") or ""):
            continue
        found.add(name)
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        waiting += [link for link in links if shape(link) not in found]
        yield name, address


def shoot(browser: Browser, base_url: str, login: str, password: str, language: str) -> Iterator[str]:
    """The names of the pages, each when its pictures in one size are made."""
    pages: dict[str, str] = {}
    for size, viewport in SIZES.items():
        context = browser.new_context(
            base_url=base_url,
            viewport=viewport,  # type: ignore[arg-type] # a dict of the two lengths
            locale=language,
            is_mobile=size == "phone",
        )
        page = context.new_page()
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            page.goto("/login/")
            picture(page, f"{language}-{theme}-{size}-login")
        log_in(page, login, password)
        pages = pages or dict(find_pages(page, language))
        for name, address in pages.items():
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)
                page.goto(address)
                picture(page, f"{language}-{theme}-{size}-{name}")
            yield name
        context.close()


def picture(page: Page, name: str) -> None:
    """The whole page; says so when the page is wider than the screen."""
    if page.evaluate(WIDER):
        print(f"wider than the screen: {name}")
    height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
    width = page.viewport_size["width"] if page.viewport_size else 0
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True, clip=clip)  # type: ignore[arg-type] # as above


def sheet(browser: Browser, name: str) -> None:
    """All pictures of one page side by side, as one."""
    files = [
        SHOTS.resolve() / f"{language}-{theme}-{size}-{name}.png"
        for size in SIZES
        for language in ("ru", "en")
        for theme in THEMES
    ]
    shown = "".join(f'<img src="{file.as_uri()}">' for file in files if file.exists())
    page = browser.new_page(viewport={"width": 2000, "height": 900})
    made = SHOTS / "sheets" / f"{name}.html"
    made.write_text(
        "<style>body{margin:0;display:grid;gap:8px;background:gray;align-items:start;"
        "grid-template-columns:repeat(4,1fr)}img{width:100%}</style>" + shown
    )
    page.goto(made.resolve().as_uri())
    page.screenshot(path=SHOTS / "sheets" / f"{name}.png", full_page=True)
    page.close()
    made.unlink()


def main(languages: list[str]) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Missing: Chromium (Debian and Ubuntu: sudo apt-get install chromium)")
    start_django()
    (SHOTS / "sheets").mkdir(parents=True, exist_ok=True)
    names: set[str] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for language in languages:
            with demo(language) as (base_url, login, password):
                names |= set(shoot(browser, base_url, login, password, language))
            print(f"{language}: {len(names)} pages so far, in {SHOTS}")
        for name in sorted(names | {"login"}):
            sheet(browser, name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["ru", "en"])
