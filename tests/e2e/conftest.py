"""Real Chromium against a real server. Needs the front end (`make front`) and Debian's chromium."""

import os
import shutil
import threading
from collections.abc import Iterator

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from vernost.core.append_only import guard, unguard
from vernost.core.models import AuditEntry, AuditSeal
from vernost.ui.assets import is_built

# Playwright runs an event loop in this thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("Chromium is missing. On Debian: sudo apt-get install chromium")
    if not is_built():
        pytest.fail("The front end is not built: make front")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def live_server(live_server: LiveServer) -> Iterator[LiveServer]:
    """The server; it ends after the threads of its last requests, which still hold the shared connection."""
    yield live_server
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture
def emptied(transactional_db) -> Iterator[None]:
    """Lets the end of the test empty the append-only tables, which the database otherwise refuses."""
    tables = [model._meta.db_table for model in (AuditEntry, AuditSeal)]
    with connection.schema_editor() as editor:
        for table in tables:
            unguard(editor, table)
    yield
    for model in (AuditEntry, AuditSeal):
        model.objects.all().delete()
    with connection.schema_editor() as editor:
        for table in tables:
            guard(editor, table)


@pytest.fixture
def page(chromium: Browser, live_server, emptied) -> Iterator[Page]:
    """An empty tab whose addresses begin at the server; any error of a script or of the policy fails the test."""
    context = chromium.new_context(
        base_url=live_server.url, locale="en-GB", viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.set_default_timeout(15_000)
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def log_in(page: Page):
    def log_in(email: str) -> None:
        page.goto("/login/")
        page.get_by_label("E-mail").fill(email)
        page.get_by_label("Password").fill("correct horse battery")
        page.get_by_role("button", name="Log in", exact=True).click()
        page.wait_for_url("**/")

    return log_in
