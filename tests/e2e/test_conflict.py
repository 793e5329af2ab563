"""Two people change one field of a client; the slower one chooses what stands."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories.moments import AT
from vernost.clients.actions.client import change_client
from vernost.core.enums import Face

_WORDS = {
    "en": ("Industry", "Banking (yours)", "Save"),
    "ru": ("Отрасль", "Banking (ваше)", "Сохранить"),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_slower_person_chooses_what_stands(page: Page, log_in, anna, boris, client_one, language):
    label, mine, save = _WORDS[language]
    anna.language = language
    anna.save()
    log_in(anna.email)
    page.goto(f"/clients/{client_one.pk}/edit/")
    change_client(client=client_one, industry="Retail", by=boris, at=AT, face=Face.WEB)

    page.get_by_label(label, exact=True).fill("Banking")
    page.get_by_role("button", name=save).click()

    expect(page.get_by_role("alert")).to_contain_text("Retail")
    page.get_by_label(mine).check()
    page.get_by_role("button", name=save).click()
    page.wait_for_url(f"**/clients/{client_one.pk}/")
    client_one.refresh_from_db()
    assert client_one.industry == "Banking"
