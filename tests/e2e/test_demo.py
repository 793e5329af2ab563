"""Every page that a link of the demo leads to, in both languages: no wider than a phone, and clean for axe in the dark.

The demo's texts are as long as those of real companies; those of the other tests are short.
"""

import pytest
from playwright.sync_api import Browser

from tests.e2e.axe import faults_of
from tools.shots import SIZES, WIDER, demo, find_pages, log_in


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_of_the_demo_fits_the_phone_and_axe(chromium: Browser, tmp_path, language):
    faults: dict[str, list[str]] = {}
    with demo(language, tmp_path) as (base_url, login, password):
        context = chromium.new_context(
            base_url=base_url,
            viewport=SIZES["phone"],
            is_mobile=True,
            locale=language,
            color_scheme="dark",
            # The policy of the pages refuses foreign scripts; axe is one.
            bypass_csp=True,
        )
        page = context.new_page()
        log_in(page, login, password)
        for name, address in find_pages(page, language):
            wide = ["wider than the phone"] if page.evaluate(WIDER) else []
            faults[f"{name} {address}"] = wide + faults_of(page)
        context.close()

    assert len(faults) > 100
    assert {name: found for name, found in faults.items() if found} == {}
