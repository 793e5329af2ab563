"""A broken file is imported, mended, and the whole is taken back."""

from pathlib import Path

from playwright.sync_api import Page, expect

from vernost.clients.models import Client, Order
from vernost.core.jobs.worker import run_queued_jobs

BROKEN = "client,date,amount,number\nA-1,2026-01-10,100,1\nA-1,31.02.2026,50,2\n"


def test_broken_file_is_imported_mended_and_taken_back(page: Page, log_in, director, tmp_path: Path):
    log_in(director.email)
    (tmp_path / "orders.csv").write_text(BROKEN)

    bring(page, tmp_path / "orders.csv")
    expect(page.get_by_text("expected a day")).to_be_visible()
    with page.expect_download() as given:
        page.get_by_role("link", name="Refused rows as a file").click()
    rejected = Path(given.value.path()).read_text(encoding="utf-8-sig")
    page.get_by_role("button", name="Import", exact=True).click()
    finish(page)
    expect(page.get_by_text("The import is through.")).to_be_visible()

    (tmp_path / "mended.csv").write_text(rejected.replace("31.02.2026", "28.02.2026"))
    bring(page, tmp_path / "mended.csv")
    page.get_by_role("button", name="Import", exact=True).click()
    finish(page)
    expect(page.get_by_text("The import is through.")).to_be_visible()
    assert sorted(Order.objects.values_list("number", flat=True)) == ["1", "2"]

    page.get_by_role("link", name="Take back the whole import").click()
    page.locator("#main form").get_by_role("button", name="Take it back").click()
    finish(page)
    expect(page.get_by_text("Taken back: 1 records removed")).to_be_visible()
    assert list(Order.objects.filter(deleted_at=None).values_list("number", flat=True)) == ["1"]
    assert Client.objects.filter(deleted_at=None).count() == 1


def bring(page: Page, file: Path) -> None:
    page.goto("/data/import/")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_label("What it is")).to_have_value("orders")
    page.get_by_role("button", name="Check").click()
    finish(page)
    expect(page.get_by_text("So it would be. Nothing has been changed yet.")).to_be_visible()


def finish(page: Page) -> None:
    """The page shows that it is being worked on, and follows by itself when it is done."""
    page.wait_for_url("**/data/import/*/")
    expect(page.get_by_text("You may leave this page: the work goes on.")).to_be_visible()
    run_queued_jobs()
    expect(page.get_by_text("You may leave this page: the work goes on.")).to_be_hidden()


def test_file_is_imported_without_javascript(chromium, live_server, emptied, director, tmp_path: Path):
    (tmp_path / "orders.csv").write_text("client,date,amount,number\nA-1,2026-01-10,100,1\n")
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/login/")
    page.locator("[name=login]").fill(director.email)
    page.locator("[name=password]").fill("correct horse battery")
    page.locator("main form button").first.click()
    page.goto("/data/import/")

    page.get_by_label("File").set_input_files(tmp_path / "orders.csv")
    page.get_by_role("button", name="Upload").click()
    page.get_by_role("button", name="Check").click()
    run_queued_jobs()
    page.reload()
    page.get_by_role("button", name="Import", exact=True).click()
    run_queued_jobs()
    page.reload()

    expect(page.get_by_text("The import is through.")).to_be_visible()
    context.close()
    assert [str(order.amount) for order in Order.objects.all()] == ["100.00"]
