"""Changes from the list and the card: many at once, one field, people, competitors."""

from tests.factories.clients import make_client
from vernost.clients.models import Client, Contact, Segment
from vernost.core.queries.audit import history_of


def undo_of(response, browser) -> str:
    page = browser.get(response.url).content.decode()
    return page.split('<form method="post" action="/undo/')[1].split('"')[0]


def test_all_results_of_the_filter_are_changed_and_taken_back(browser_of, anna, client_two):
    for name in ("Alpha", "Beta"):
        make_client(name, owner=anna, strategic=True)
    make_client("Gamma", owner=anna)
    banks = Segment.objects.create(name="Banks")
    browser = browser_of(anna)

    response = browser.post(
        "/clients/mass-edit/?key=1", {"all": "1", "segment": banks.pk, "promising": "yes"}
    )

    changed = Client.objects.filter(segment=banks, promising=True).order_by("name")
    assert [client.name for client in changed] == ["Alpha", "Beta"]
    browser.post(f"/undo/{undo_of(response, browser)}")
    assert not Client.objects.filter(segment=banks).exists()


def test_nothing_to_write_changes_nothing(browser_of, anna, client_one):
    browser = browser_of(anna)

    response = browser.post("/clients/mass-edit/", {"ids": client_one.pk})

    assert "Nothing was changed" in browser.get(response.url).content.decode()
    assert history_of(client_one).count() == 1


def test_clients_of_others_are_out_of_reach(browser_of, anna, client_two):
    browser_of(anna).post("/clients/mass-edit/", {"ids": client_two.pk, "industry": "x"})

    client_two.refresh_from_db()
    assert client_two.industry == ""


def test_one_field_is_changed_with_a_way_back(browser_of, anna, client_one):
    browser = browser_of(anna)

    response = browser.post(f"/clients/{client_one.pk}/field/industry/", {"industry": "Banking"})

    client_one.refresh_from_db()
    assert client_one.industry == "Banking"
    browser.post(f"/undo/{undo_of(response, browser)}")
    client_one.refresh_from_db()
    assert client_one.industry == ""


def test_undone_name_is_found_again(browser_of, anna, client_one):
    browser = browser_of(anna)
    response = browser.post(f"/clients/{client_one.pk}/field/name/", {"name": "Other"})

    browser.post(f"/undo/{undo_of(response, browser)}")

    assert "Client One" in browser.get("/clients/?q=one").content.decode()


def test_person_is_written_in_changed_and_taken_off(browser_of, anna, client_one):
    browser = browser_of(anna)

    browser.post(f"/clients/{client_one.pk}/contacts/new/", {"name": "Olga", "level": "top"})
    olga = Contact.objects.get()
    browser.post(f"/clients/{client_one.pk}/contacts/{olga.pk}/", {"name": "Olga P.", "level": "top"})
    assert "Olga P." in browser.get(f"/clients/{client_one.pk}/").content.decode()
    browser.post(f"/clients/{client_one.pk}/contacts/{olga.pk}/remove/")
    olga.refresh_from_db()
    assert olga.deleted_at is not None


def test_birthday_needs_consent(browser_of, anna, client_one):
    response = browser_of(anna).post(
        f"/clients/{client_one.pk}/contacts/new/", {"name": "Olga", "birthday_on": "1980-01-02"}
    )

    assert "consented_on" in response.context["form"].errors
    assert not Contact.objects.exists()


def test_competitor_and_potential_stand_on_the_card(browser_of, anna, client_one):
    browser = browser_of(anna)
    estimate = {
        "new_name": "Rival",
        "estimated_on": "2026-03-01",
        "part_percent": "30",
        "source": "said",
        "confidence": "low",
    }

    browser.post(f"/clients/{client_one.pk}/competitors/new/", estimate)
    again = browser.post(f"/clients/{client_one.pk}/competitors/new/", estimate)
    browser.post(
        f"/clients/{client_one.pk}/potential/new/",
        {"estimated_on": "2026-03-01", "annual_amount": "5000", "currency": "EUR", "confidence": "high"},
    )

    assert "estimated_on" in again.context["form"].errors
    card = browser.get(f"/clients/{client_one.pk}/").content.decode()
    assert "Rival" in card
    assert "€5,000" in card


def test_groups_stand_together_under_their_headings(browser_of, anna):
    banks = Segment.objects.create(name="Banks")
    make_client("Alpha", owner=anna, segment=banks)
    make_client("Beta", owner=anna)
    make_client("Gamma", owner=anna, segment=banks)

    response = browser_of(anna).get("/clients/?grouped=segment")

    assert [client.name for client in response.context["page"].rows] == ["Beta", "Alpha", "Gamma"]
    assert response.content.decode().count('class="group"') == 2


def test_what_was_noticed_in_a_contact_becomes_a_case(browser_of, anna, client_one):
    given = {
        "kind": "call",
        "direction": "in",
        "acts": ["values_conflict", "contact_changed"],
        "note": "New head",
    }

    page = browser_of(anna).post(f"/clients/{client_one.pk}/log/", given, follow=True).content.decode()

    assert "Cases: Values clash, The contact person has changed." in page
    assert {act.interaction.note for act in client_one.acts.all()} == {"New head"}
