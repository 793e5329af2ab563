"""Competitors and potential of a client: a wrong estimate is mended or taken off, and back again."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.moments import AT
from tests.office.clients.test_changes import undo_of
from vernost.clients.actions.competitor import estimate_competitor_by_name
from vernost.clients.actions.potential import create_potential
from vernost.core.enums import Face
from vernost.core.queries.audit import history_of

DAY = date(2026, 3, 1)


@pytest.fixture
def rival(client_one, anna):
    return estimate_competitor_by_name(
        client=client_one, name="Rival", estimated_on=DAY, part_percent=Decimal(30), source="Ivanov", by=anna,
        at=AT, face=Face.WEB,
    )  # fmt: skip


@pytest.fixture
def potential(client_one, anna):
    return create_potential(
        client=client_one, estimated_on=DAY, annual_amount=Decimal(500), currency="RUB", source="Ivanov", by=anna,
        at=AT, face=Face.WEB,
    )  # fmt: skip


def test_estimate_of_a_competitor_is_mended_with_its_line_and_taken_back(browser_of, anna, client_one, rival):
    browser = browser_of(anna)
    address = f"/clients/{client_one.pk}/facts/estimate/{rival.pk}/"
    assert address in browser.get(f"/clients/{client_one.pk}/").content.decode()

    response = browser.post(
        address,
        {"competitor": rival.competitor_id, "estimated_on": "2026-03-01", "part_percent": "45",
         "source": "Ivanov", "confidence": rival.confidence},
    )  # fmt: skip

    rival.refresh_from_db()
    assert rival.part_percent == Decimal(45)
    assert list(history_of(rival).first().changes) == ["part_percent"]
    browser.post(f"/undo/{undo_of(response, browser)}")
    rival.refresh_from_db()
    assert rival.part_percent == Decimal(30)


def test_second_estimate_of_the_day_is_refused_in_words(browser_of, anna, client_one, rival):
    other = estimate_competitor_by_name(
        client=client_one, name="Rival", estimated_on=date(2026, 4, 1), part_percent=None, source="Ivanov", by=anna,
        at=AT, face=Face.WEB,
    )  # fmt: skip

    page = browser_of(anna).post(
        f"/clients/{client_one.pk}/facts/estimate/{other.pk}/",
        {"competitor": rival.competitor_id, "estimated_on": "2026-03-01", "source": "x", "confidence": "middle"},
    )  # fmt: skip

    assert "There is an estimate of this day already." in page.content.decode()
    other.refresh_from_db()
    assert (other.estimated_on, other.source) == (date(2026, 4, 1), "Ivanov")


def test_competitor_is_taken_off_the_card_and_brought_back(browser_of, anna, client_one, rival):
    browser = browser_of(anna)

    response = browser.post(f"/clients/{client_one.pk}/facts/estimate/{rival.pk}/remove/")

    assert not client_one.competitors.filter(deleted_at=None).exists()
    browser.post(f"/undo/{undo_of(response, browser)}")
    assert client_one.competitors.filter(deleted_at=None).get() == rival


def test_potential_is_mended_and_taken_off_and_each_taken_back(browser_of, anna, client_one, potential):
    browser = browser_of(anna)
    address = f"/clients/{client_one.pk}/facts/potential/{potential.pk}/"

    response = browser.post(
        address,
        {"estimated_on": "2026-03-02", "annual_amount": "700", "currency": "RUB", "source": "Ivanov",
         "confidence": potential.confidence},
    )  # fmt: skip

    potential.refresh_from_db()
    assert (potential.annual_amount, potential.estimated_on) == (Decimal(700), date(2026, 3, 2))
    browser.post(f"/undo/{undo_of(response, browser)}")
    potential.refresh_from_db()
    assert (potential.annual_amount, potential.estimated_on) == (Decimal(500), DAY)

    response = browser.post(f"{address}remove/")
    assert not client_one.potentials.filter(deleted_at=None).exists()
    browser.post(f"/undo/{undo_of(response, browser)}")
    assert client_one.potentials.filter(deleted_at=None).get() == potential


def test_estimate_of_a_client_of_others_is_not_there(browser_of, vera, client_one, rival, potential):
    for place in (f"facts/estimate/{rival.pk}", f"facts/potential/{potential.pk}"):
        for address in (f"/clients/{client_one.pk}/{place}/", f"/clients/{client_one.pk}/{place}/remove/"):
            assert browser_of(vera).post(address).status_code == 404
