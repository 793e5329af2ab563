"""Two people have the same form open: nobody's words are lost in silence."""

import re
from html import unescape

import pytest
from django import forms
from django.db import IntegrityError

from tests.factories.moments import AT
from vernost.clients.actions.client import change_client
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Client, Contact
from vernost.core.enums import Face
from vernost.office.shell.seen import Seen


def opened(browser, address):
    """The fields of the form as a browser would send them back."""
    page = browser.get(address).content.decode()
    html = (
        re.split(r"<form [^>]*data-save[^>]*>", page)[-1]
        if "data-save" in page
        else page.partition('class="form">')[2]
    )
    found = {}
    for tag in re.findall(r"<input [^>]+>", html):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if given.get("type") in ("checkbox", "radio"):
            if " checked" in tag:
                found.setdefault(given["name"], []).append(unescape(given.get("value", "on")))
        elif "name" in given:
            found[given["name"]] = unescape(given.get("value", ""))
    for name, inside in re.findall(r'<select [^>]*name="([\w-]+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    for name, inside in re.findall(
        r'<textarea [^>]*name="([\w-]+)"[^>]*>\r?\n?(.*?)</textarea>', html, re.DOTALL
    ):
        found[name] = unescape(inside)
    found.pop("csrfmiddlewaretoken", None)
    return found


def boris_writes(client, boris, **values):
    change_client(client=Client.objects.get(pk=client.pk), by=boris, at=AT, face=Face.WEB, **values)


@pytest.mark.parametrize("where", ["edit/", "field/industry/"])
def test_conflict_is_shown_and_nothing_is_overwritten(browser_of, anna, boris, client_one, where):
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/{where}"
    form = opened(browser, address)
    boris_writes(client_one, boris, industry="Retail")

    page = browser.post(address, {**form, "industry": "Banking"}).content.decode()

    client_one.refresh_from_db()
    assert client_one.industry == "Retail"
    assert "Retail (written by Boris" in page
    assert "Banking (yours)" in page


@pytest.mark.parametrize(("keep", "stands"), [("mine", "Banking"), ("theirs", "Retail")])
def test_person_chooses_field_by_field(browser_of, anna, boris, client_one, keep, stands):
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/edit/"
    form = opened(browser, address)
    boris_writes(client_one, boris, industry="Retail")
    page = browser.post(address, {**form, "industry": "Banking", "phone": "12"}).content.decode()
    again = unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])

    answer = {**form, "industry": "Banking", "phone": "12", "seen": again, "keep-industry": keep}
    assert browser.post(address, answer).status_code == 302

    client_one.refresh_from_db()
    assert (client_one.industry, client_one.phone) == (stands, "12")


def test_whole_form_puts_back_nothing_that_its_person_did_not_touch(browser_of, anna, boris, client_one):
    """The form was opened before Boris wrote a telephone; saving another field must not empty it."""
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/edit/"
    form = opened(browser, address)
    boris_writes(client_one, boris, phone="+7 900 000-00-00", likes="tea\nand cakes")

    assert browser.post(address, {**form, "industry": "Banking"}).status_code == 302

    client_one.refresh_from_db()
    assert (client_one.phone, client_one.industry) == ("+7 900 000-00-00", "Banking")


def test_what_was_not_asked_of_is_not_overwritten_by_the_answer(browser_of, anna, boris, client_one):
    """Boris wrote two fields and Anna one of them: the form that comes back still has the other as she saw it."""
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/edit/"
    form = opened(browser, address)
    boris_writes(client_one, boris, industry="Retail", phone="12")
    page = browser.post(address, {**form, "industry": "Banking"}).content.decode()
    again = unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])

    answer = {**form, "industry": "Banking", "seen": again, "keep-industry": "mine"}
    assert browser.post(address, answer).status_code == 302

    client_one.refresh_from_db()
    assert (client_one.industry, client_one.phone) == ("Banking", "12")


def test_form_that_comes_back_for_a_fault_still_asks(browser_of, anna, boris, client_one):
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/edit/"
    form = {**opened(browser, address), "industry": "Banking"}
    boris_writes(client_one, boris, industry="Retail")
    page = browser.post(address, {**form, "email": "no address"}).content.decode()
    again = unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])

    page = browser.post(address, {**form, "seen": again}).content.decode()

    assert "Retail (written by Boris" in page


def test_same_value_from_both_is_no_conflict(browser_of, anna, boris, client_one):
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/edit/"
    form = opened(browser, address)
    boris_writes(client_one, boris, industry="Banking")

    assert browser.post(address, {**form, "industry": "Banking"}).status_code == 302


def test_contact_person_has_the_same_question(browser_of, anna, boris, client_one):
    contact = create_contact(client=client_one, name="Ivan", by=anna, at=AT, face=Face.WEB)
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/contacts/{contact.pk}/"
    form = opened(browser, address)
    Contact.objects.filter(pk=contact.pk).update(phone="1")

    page = browser.post(address, {**form, "phone": "2"}).content.decode()

    contact.refresh_from_db()
    assert contact.phone == "1"
    assert "1 (stands there now)" in page


def test_forged_token_sees_what_stands_there(browser_of, anna, boris, client_one):
    address = f"/clients/{client_one.pk}/field/industry/"
    boris_writes(client_one, boris, industry="Retail")

    assert (
        browser_of(anna).post(address, {"industry": "Banking", "seen": '{"industry": "x"}'}).status_code
        == 302
    )


def test_russian_page_asks_in_russian(browser_of, anna, boris, client_one):
    anna.language = "ru"
    anna.save()
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/field/industry/"
    form = opened(browser, address)
    boris_writes(client_one, boris, industry="Retail")

    assert "(ваше)" in browser.post(address, {**form, "industry": "Banking"}).content.decode()


class _Industry(forms.Form):
    industry = forms.CharField(required=False)


def test_who_was_faster_by_a_moment_is_seen(rf, boris, client_one):
    """Between the reading of the record and the writing."""
    page = Seen(rf.get("/"), _Industry(), client_one).token
    request = rf.post("/", {"industry": "Banking", "seen": page})
    seen = Seen(request, _Industry(request.POST), client_one)
    boris_writes(client_one, boris, industry="Retail")

    assert not seen.write(lambda values: pytest.fail("nothing may be written"))

    (conflict,) = seen.conflicts
    assert (conflict.theirs, conflict.mine) == ("Retail", "Banking")


def test_refused_change_is_no_change(rf, client_one):
    """What an action refuses stands in no token: who sends the form again sends his change again."""
    request = rf.post("/", {"industry": "Banking"})
    seen = Seen(request, _Industry(request.POST), client_one)

    def refuse(values):
        client_one.industry = values["industry"]
        raise IntegrityError

    with pytest.raises(IntegrityError):
        seen.write(refuse)

    assert seen.token == Seen(rf.get("/"), _Industry(), Client.objects.get(pk=client_one.pk)).token
