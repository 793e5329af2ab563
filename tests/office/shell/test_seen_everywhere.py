"""Every form that changes a record asks before it overwrites what somebody else wrote meanwhile."""

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from tests.factories.care import make_rule
from tests.factories.clients import make_interaction, make_order
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.goals import make_goal
from tests.factories.ideas import make_idea
from tests.factories.mail import make_contact, make_mailing, make_template
from tests.factories.moments import AT, TODAY
from tests.factories.plans import make_plan
from tests.office.shell.test_seen import opened
from vernost.assessment.actions.dependence_plan import create_dependence_plan
from vernost.assessment.actions.loyalty_factor import create_factor
from vernost.assessment.actions.playbook import save_playbook
from vernost.care.actions.care_settings import change_care_settings
from vernost.care.actions.first_words import write_first_words
from vernost.clients.actions.competitor import estimate_competitor_by_name
from vernost.clients.actions.marketing_cost import create_marketing_cost
from vernost.clients.actions.potential import create_potential
from vernost.clients.actions.segment import create_segment
from vernost.clients.actions.service_line import create_service_line
from vernost.core.actions.privacy import set_privacy
from vernost.core.enums import Face
from vernost.programmes.actions.plan_template import save_template
from vernost.programmes.actions.working_group import create_working_group
from vernost.voice.actions.act import record_act
from vernost.voice.actions.complaint import open_complaint
from vernost.voice.actions.rating import record_rating

STAMP: dict[str, Any] = {"by": None, "at": AT, "face": Face.JOB}
CALL: Any = {"title": "Call", "advice": "", "doer": "owner", "days": 1, "optional": False}


def _fact(kind):
    return lambda one: f"/clients/{one.client_id}/facts/{kind}/{one.pk}/"


def _mailing(client, anna):
    make_contact(client, email="olga@client.example")
    return make_mailing(anna, client)


# What is made of a client and an owner, its address, a field, what another writes into it, what the person writes.
CASES: dict[str, tuple[Any, Any, str, object, str]] = {
    "order": (lambda c, a: make_order(c, subject="Deal"), _fact("order"), "subject", "Theirs", "Mine"),
    "invoice": (lambda c, a: make_invoice(c, TODAY, 1000, number="7"), _fact("invoice"), "number", "8", "9"),
    "payment": (lambda c, a: make_payment(c, TODAY, 400), _fact("payment"), "amount", Decimal(500), "600"),
    "complaint": (
        lambda c, a: open_complaint(client=c, opened_on=TODAY, subject="Slow", **STAMP),
        _fact("complaint"), "subject", "Theirs", "Mine",
    ),
    "rating": (
        lambda c, a: record_rating(client=c, rated_on=TODAY, measure="nps", value=Decimal(9), **STAMP),
        _fact("rating"), "value", Decimal(8), "7",
    ),
    "act": (
        lambda c, a: record_act(client=c, happened_on=TODAY, kind="referral", **STAMP), _fact("act"), "note",
        "Theirs", "Mine",
    ),
    "interaction": (lambda c, a: make_interaction(c, note="old"), _fact("interaction"), "note", "Theirs", "Mine"),
    "estimate": (
        lambda c, a: estimate_competitor_by_name(
            client=c, name="Rival", estimated_on=TODAY, part_percent=Decimal(30), source="Ivanov", **STAMP
        ),
        _fact("estimate"), "source", "Theirs", "Mine",
    ),
    "potential": (
        lambda c, a: create_potential(
            client=c, estimated_on=TODAY, annual_amount=Decimal(500), currency="RUB", source="Ivanov", **STAMP
        ),
        _fact("potential"), "annual_amount", Decimal(600), "700",
    ),
    "plan": (make_plan, lambda one: f"/plans/{one.pk}/edit/", "risks", "Theirs", "Mine"),
    "plan action": (
        lambda c, a: make_plan(c, a).actions.order_by("pk")[0],
        lambda one: f"/plans/{one.plan_id}/actions/{one.pk}/", "what", "Theirs", "Mine",
    ),
    "plan target": (
        lambda c, a: make_plan(c, a).kpis.order_by("pk")[0],
        lambda one: f"/plans/{one.plan_id}/numbers/{one.pk}/", "target", Decimal(5), "6",
    ),
    "goal": (lambda c, a: make_goal(a), lambda one: f"/goals/{one.pk}/edit/", "title", "Theirs", "Mine"),
    "idea": (lambda c, a: make_idea(a), lambda one: f"/ideas/{one.pk}/edit/", "title", "Theirs", "Mine"),
    "working group": (
        lambda c, a: create_working_group(name="Nobody waits", people=[a], **STAMP),
        lambda one: f"/ideas/groups/{one.pk}/", "task", "Theirs", "Mine",
    ),
    "letter template": (
        lambda c, a: make_template(), lambda one: f"/letters/templates/{one.pk}/", "subject_en", "Theirs", "Mine",
    ),
    "mailing": (_mailing, lambda one: f"/letters/mailings/{one.pk}/edit/", "subject", "Theirs", "Mine"),
    "segment": (
        lambda c, a: create_segment(name="Law", **STAMP), lambda one: f"/settings/lists/segments/{one.pk}/", "name",
        "Theirs", "Mine",
    ),
    "service line": (
        lambda c, a: create_service_line(name="Tax", **STAMP),
        lambda one: f"/settings/lists/service-lines/{one.pk}/", "name", "Theirs", "Mine",
    ),
    "person": (lambda c, a: a, lambda one: f"/settings/people/{one.pk}/", "name", "Theirs", "Mine"),
    "marketing cost": (
        lambda c, a: create_marketing_cost(
            purpose="brand", spent_on=TODAY, amount=Decimal(1), currency="RUB", note="x", **STAMP
        ),
        lambda one: f"/economics/costs/{one.pk}/", "note", "Theirs", "Mine",
    ),
    "dependence plan": (
        lambda c, a: create_dependence_plan(
            client=c, owner=a, aim="a", steps="s", due_on=TODAY, review_on=TODAY, by=a, at=AT, face=Face.WEB
        ),
        lambda one: one.get_absolute_url(), "aim", "Theirs", "Mine",
    ),
    "factor of loyalty": (
        lambda c, a: create_factor(name="Parking", kind="hygiene", area="product", by=a, at=AT, face=Face.WEB),
        lambda one: f"/settings/loyalty/{one.pk}/", "name", "Theirs", "Mine",
    ),
    "rule": (lambda c, a: make_rule(), lambda one: f"/care/standard/{one.pk}/", "note", "Theirs", "Mine"),
    "first words": (
        lambda c, a: write_first_words(client=c, task="Read our contracts", wishes="", by=a, at=AT, face=Face.WEB),
        lambda one: f"/clients/{one.client_id}/first-words/", "wishes", "Theirs", "Mine",
    ),
    "playbook": (
        lambda c, a: save_playbook(
            code="silent", opens_from=1, reopen_days=5, steps=[CALL], by=a, at=AT, face=Face.WEB
        ),
        lambda one: "/signals/playbooks/silent/", "reopen_days", 6, "7",
    ),
    "template of plans": (
        lambda c, a: save_template(
            template=None, code="", name="Ours", advice="old", aims=["Grow"], kpis=[], actions=[], by=a, at=AT,
            face=Face.WEB,
        ),
        lambda one: f"/plans/templates/{one.pk}/", "advice", "Theirs", "Mine",
    ),
    "limits of care": (
        lambda c, a: change_care_settings(values={}, **STAMP), lambda one: "/care/settings/", "cap_days", 40, "50",
    ),
    "rules of personal data": (
        lambda c, a: set_privacy(
            operator="", address="", responsible="", contact="", months={}, by=a, at=AT, face=Face.WEB
        ),
        lambda one: "/settings/privacy/retention/", "responsible", "Theirs", "Mine",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_two_write_the_same_field(browser_of, director, anna, client_one, name):
    make, address_of, field, theirs, mine = CASES[name]
    record = make(client_one, anna)
    browser, address = browser_of(director), address_of(record)
    model = type(record)
    form = opened(browser, address)
    model.objects.filter(pk=record.pk).update(**{field: theirs})

    answer = {**form, field: mine, "save": "1"}
    page = browser.post(address, answer).content.decode()

    assert getattr(model.objects.get(pk=record.pk), field) == theirs
    assert f'name="keep-{field}" value="mine"' in page

    again = unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])
    assert browser.post(address, {**answer, "seen": again, f"keep-{field}": "mine"}).status_code == 302
    assert str(getattr(model.objects.get(pk=record.pk), field)) in (mine, f"{mine}.00")


def test_day_of_a_contact_is_asked_for_too(browser_of, director, client_one):
    """The field of the form is no column of the record."""
    talk = make_interaction(client_one)
    browser, address = browser_of(director), _fact("interaction")(talk)
    form = opened(browser, address)
    type(talk).objects.filter(pk=talk.pk).update(at=AT.replace(month=1, day=5))

    page = browser.post(address, {**form, "day": "2026-02-01"}).content.decode()

    assert 'name="keep-day" value="mine"' in page
    assert type(talk).objects.get().at == AT.replace(month=1, day=5)


def test_people_of_a_working_group_are_asked_for_too(browser_of, director, anna, boris):
    group = create_working_group(name="Nobody waits", people=[anna], **STAMP)
    browser, address = browser_of(director), f"/ideas/groups/{group.pk}/"
    form = opened(browser, address)
    group.memberships.update(person=boris)

    page = browser.post(address, {**form, "people": [director.pk]}).content.decode()

    assert "Boris (stands there now)" in page
    assert list(group.memberships.values_list("person", flat=True)) == [boris.pk]
