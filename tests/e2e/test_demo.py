"""Every page that a link of the demo leads to is no wider than a phone, in both languages.

The demo's texts are as long as those of real companies; those of the other tests are short.
"""

import pytest
from playwright.sync_api import Browser

from tools.shots import SIZES, WIDER, demo, find_pages, log_in


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_page_of_the_demo_is_wider_than_a_phone(chromium: Browser, tmp_path, language):
    seen: dict[str, bool] = {}
    with demo(language, tmp_path) as (base_url, login, password):
        context = chromium.new_context(
            base_url=base_url, viewport=SIZES["phone"], is_mobile=True, locale=language
        )
        page = context.new_page()
        page.set_default_timeout(120_000)
        log_in(page, login, password)
        for name, address in find_pages(page, language):
            seen[f"{name} {address}"] = page.evaluate(WIDER)
        context.close()

    assert len(seen) > 100
    assert [name for name, wider in seen.items() if wider] == []
