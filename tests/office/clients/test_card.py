import pytest

from tests.factories.clients import make_interaction, make_order
from vernost.voice.models import Interaction


def test_contact_is_logged_with_its_mood(browser_of, anna, client_one):
    browser = browser_of(anna)

    response = browser.post(
        f"/clients/{client_one.pk}/log/",
        {"kind": "call", "direction": "out", "mood": "1", "note": "Asked for a draft"},
    )

    assert response.url == f"/clients/{client_one.pk}/"
    logged = Interaction.objects.get()
    assert (logged.client, logged.person, logged.mood, logged.note) == (
        client_one,
        anna,
        1,
        "Asked for a draft",
    )
    card = browser.get(response.url).content.decode()
    assert "Asked for a draft" in card
    assert "The contact with Client One is written down." in card


def test_wrong_minutes_come_back_with_a_reason(browser_of, anna, client_one):
    response = browser_of(anna).post(
        f"/clients/{client_one.pk}/log/", {"kind": "call", "direction": "out", "minutes": "-5"}
    )

    assert response.context["form"].errors["minutes"] == ["Ensure this value is greater than or equal to 0."]
    assert Interaction.objects.count() == 0


def test_timeline_shows_one_kind_alone(browser_of, anna, client_one):
    make_order(client_one)
    make_interaction(client_one)

    response = browser_of(anna).get(f"/clients/{client_one.pk}/?show=order")

    kinds = {event.kind for event in response.context["events"]}
    assert kinds == {"order"}


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_history(browser_of, anna, client_one, count, django_assert_num_queries):
    for _ in range(count):
        make_order(client_one)
        make_interaction(client_one, person=anna)
    browser = browser_of(anna)

    # Session, person, client; changes, of what else there is any in the history, orders, contacts; judgement,
    # group of the policy, next touch, first words, cases, contacts, competitors, potential, plan;
    # that the card was opened today, asked and written.
    with django_assert_num_queries(18):
        browser.get(f"/clients/{client_one.pk}/")


def test_edit_writes_only_what_was_changed(browser_of, anna, client_one):
    browser = browser_of(anna)
    form = browser.get(f"/clients/{client_one.pk}/edit/").context["form"]
    values = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}

    browser.post(f"/clients/{client_one.pk}/edit/", values | {"industry": "Banking"})

    client_one.refresh_from_db()
    assert (client_one.industry, client_one.owner) == ("Banking", anna)
