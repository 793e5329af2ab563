"""Pictures of every page of the demo: both languages, light and dark, desktop and phone: `make shots`.

Starts `vernost demo` for each language on a free port and drives Debian's Chromium; the pictures go to build/shots.
"""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

SHOTS = Path("build/shots")
DEMO = Path("build/demo")
SIZES = {"desktop": {"width": 1280, "height": 860}, "phone": {"width": 390, "height": 844}}
THEMES = ("light", "dark")
LOGIN = re.compile(r"http://\S+:(\d+) — \S+ (\S+), \S+ (\S+) —")
# Addresses that need nothing; {client} is the first client of the list, and so on.
PAGES = {
    "today": "/",
    "touches": "/care/touches/",
    "standard": "/care/standard/",
    "rule": "/care/standard/3/",
    "kept": "/care/kept/",
    "week": "/care/week/",
    "calendar": "/care/calendar/",
    "feed": "/care/feed/",
    "limits": "/care/settings/",
    "clients": "/clients/",
    "clients-filtered": "/clients/?key=1&grouped=segment",
    "clients-nothing": "/clients/?q=zzzz",
    "card": "/clients/{client}/",
    "card-edit": "/clients/{client}/edit/",
    "card-field": "/clients/{client}/field/industry/",
    "card-log": "/clients/{client}/log/",
    "card-person": "/clients/{client}/contacts/new/",
    "card-competitor": "/clients/{client}/competitors/new/",
    "card-merge": "/clients/{client}/merge/",
    "new-client": "/clients/new/",
    "duplicates": "/clients/duplicates/",
    "recycle-bin": "/clients/recycle-bin/",
    "search": "/search/?q={words}",
    "people": "/settings/people/",
    "invite": "/settings/people/invite/",
    "person": "/settings/people/2/",
    "lists": "/settings/lists/",
    "audit": "/settings/audit/",
    "resources": "/economics/",
    "dependence": "/economics/dependence/",
    "movement": "/economics/movement/",
    "winning-and-keeping": "/economics/balance/",
    "what-if": "/economics/scenario/",
    "marketing-costs": "/economics/costs/",
    "sample": "/settings/sample/",
    "not-found": "/nowhere/",
}


@contextmanager
def demo(language: str) -> Iterator[tuple[str, str, str]]:
    """Address, login and password of a running demo."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "vernost.cli", "demo", "--language", language, "--port", str(port)]
    process = subprocess.Popen([*command, "--data", str(DEMO)], stdout=subprocess.PIPE, text=True)
    try:
        said = LOGIN.search(process.stdout.readline() if process.stdout else "")
        if said is None:
            raise SystemExit("vernost demo has not said its address")
        yield f"http://127.0.0.1:{port}", said[2], said[3]
    finally:
        process.terminate()
        process.wait(60)


def log_in(page: Page, login: str, password: str) -> None:
    page.goto("/login/")
    page.locator("[name=login]").fill(login)
    page.locator("[name=password]").fill(password)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "login" not in url)


def shoot(browser: Browser, base_url: str, login: str, password: str, language: str) -> Iterator[Path]:
    for size, viewport in SIZES.items():
        for theme in THEMES:
            context = browser.new_context(
                base_url=base_url,
                viewport=viewport,  # type: ignore[arg-type] # a dict of the two lengths
                locale=language,
                color_scheme=theme,  # type: ignore[arg-type] # one of THEMES
                is_mobile=size == "phone",
            )
            page = context.new_page()
            page.goto("/login/")
            yield picture(page, f"{language}-{theme}-{size}-login")
            log_in(page, login, password)
            page.goto("/clients/")
            client = (page.locator("#list tbody a").first.get_attribute("href") or "").split("/")[2]
            for name, address in PAGES.items():
                page.goto(address.format(client=client, words={"ru": "петровой", "en": "peterson"}[language]))
                yield picture(page, f"{language}-{theme}-{size}-{name}")
            context.close()


def picture(page: Page, name: str) -> Path:
    """The whole page; says so when the page is wider than the screen."""
    wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    if wider:
        print(f"wider than the screen: {name}")
    file = SHOTS / f"{name}.png"
    page.screenshot(path=file, full_page=True)
    return file


def main(languages: list[str]) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Missing: Chromium (Debian and Ubuntu: sudo apt-get install chromium)")
    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for language in languages:
            with demo(language) as (base_url, login, password):
                count = sum(1 for _ in shoot(browser, base_url, login, password, language))
            print(f"{language}: {count} pictures in {SHOTS}")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["ru", "en"])
