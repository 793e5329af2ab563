"""Two people at what the company has once: shipped words not changed before, rows, definitions, limits, mailboxes."""

import re
from html import unescape

import pytest

from tests.channels.conftest import PASSWORD, mail_server  # noqa: F401  (a fixture)
from tests.factories.moments import AT
from tests.office.shell.test_seen import opened
from tests.office.shell.test_seen_everywhere import CALL
from vernost.assessment.actions.method import change_method
from vernost.assessment.actions.playbook import save_playbook
from vernost.assessment.models import Playbook
from vernost.assessment.queries.method import method
from vernost.care.actions.care_settings import change_care_settings, set_capacity
from vernost.care.models import Capacity
from vernost.care.queries.care_settings import care_settings
from vernost.channels.models import Mailbox
from vernost.core.actions.company import set_company
from vernost.core.actions.privacy import set_privacy
from vernost.core.enums import Face, Language
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import Privacy
from vernost.core.queries.company import company
from vernost.programmes.actions.plan_template import save_template
from vernost.programmes.models import PlanTemplate
from vernost.programmes.templates import SHIPPED

PLAYBOOK = "/signals/playbooks/silent/"
TEMPLATE = f"/plans/templates/{SHIPPED[0].code}/"


@pytest.fixture(autouse=True)
def firm(director):
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


@pytest.fixture
def stamp(director):
    return {"by": director, "at": AT, "face": Face.WEB}


def send(browser, address, form):
    return browser.post(address, form).content.decode()


def chosen(form, page, **keep):
    """The same form again, with the token of the page that asked and what was chosen on it."""
    again = unescape(re.search(r'name="seen" value="([^"]*)"', page)[1])
    return {**form, "seen": again, **{f"keep-{name}": whose for name, whose in keep.items()}}


@pytest.mark.parametrize(("keep", "stands"), [("theirs", "Call"), ("mine", "Bring a cake")])
def test_steps_of_a_shipped_playbook_written_by_two(browser_of, director, stamp, keep, stands):
    browser = browser_of(director)
    form = opened(browser, PLAYBOOK)
    save_playbook(code="silent", opens_from=1, reopen_days=5, steps=[CALL], **stamp)

    form |= {"steps-0-title": "Bring a cake"}
    page = send(browser, PLAYBOOK, form)

    assert list(Playbook.objects.get().steps.values_list("title", flat=True)) == ["Call"]
    assert re.search(r"Call, [^,]+, Within, days: 1 \(stands there now\)", page)
    assert "Bring a cake" in page

    browser.post(PLAYBOOK, chosen(form, page, steps=keep))
    assert Playbook.objects.get().steps.order_by("place")[0].title == stands
    # What this person did not touch is the other's.
    assert Playbook.objects.get().reopen_days == 5


def test_one_writes_the_steps_and_another_the_days(browser_of, director, stamp):
    save_playbook(code="silent", opens_from=1, reopen_days=5, steps=[CALL], **stamp)
    browser = browser_of(director)
    form = opened(browser, PLAYBOOK)
    save_playbook(code="silent", opens_from=1, reopen_days=5, steps=[{**CALL, "title": "Write"}], **stamp)

    assert browser.post(PLAYBOOK, {**form, "reopen_days": "9"}).status_code == 302

    own = Playbook.objects.get()
    assert own.reopen_days == 9
    assert [step.title for step in own.steps.all()] == ["Write"]


def test_playbook_that_went_back_to_the_shipped_one_is_asked_for(browser_of, director, stamp):
    save_playbook(code="silent", opens_from=1, reopen_days=5, steps=[CALL], **stamp)
    browser = browser_of(director)
    form = opened(browser, PLAYBOOK)
    browser.post(f"{PLAYBOOK}reset/")

    page = send(browser, PLAYBOOK, {**form, "reopen_days": "9"})

    assert 'name="keep-reopen_days" value="mine"' in page
    assert not Playbook.objects.exists()


def test_rows_of_a_shipped_template_written_by_two(browser_of, director, stamp):
    browser = browser_of(director)
    form = opened(browser, TEMPLATE)
    theirs = {"what": "Theirs", "kind": "talk", "days": 3, "level": ""}
    save_template(
        template=None, code=SHIPPED[0].code, name="Ours", advice="", aims=["Grow"], kpis=[], actions=[theirs],
        **stamp,
    )  # fmt: skip

    form |= {"act-0-what": "Mine"}
    page = send(browser, TEMPLATE, form)
    assert 'name="keep-actions" value="mine"' in page
    assert [one["what"] for one in PlanTemplate.objects.get().actions] == ["Theirs"]

    browser.post(TEMPLATE, chosen(form, page, actions="mine"))
    stored = PlanTemplate.objects.get()
    assert (stored.actions[0]["what"], stored.name, stored.kpis) == ("Mine", "Ours", [])


def test_shipped_template_sent_as_it_is_asks_nothing(browser_of, director):
    browser = browser_of(director)
    form = opened(browser, TEMPLATE)

    assert browser.post(TEMPLATE, {**form, "name": "Ours"}).status_code == 302
    stored = PlanTemplate.objects.get()
    assert (stored.name, len(stored.actions)) == ("Ours", len(SHIPPED[0].actions))


def test_limits_never_saved_before(browser_of, director, anna, stamp):
    browser = browser_of(director)
    form = opened(browser, "/care/settings/")
    change_care_settings(values={"cap_days": 60}, **stamp)
    set_capacity(person=anna, per_week=5, **stamp)

    form |= {"cap_days": "90", f"person_{anna.pk}": "7"}
    page = send(browser, "/care/settings/", form)
    assert (care_settings().cap_days, Capacity.objects.get().per_week) == (60, 5)

    answer = chosen(form, page, cap_days="theirs", **{f"person_{anna.pk}": "mine"})
    assert browser.post("/care/settings/", answer).status_code == 302
    assert (care_settings().cap_days, Capacity.objects.get().per_week) == (60, 7)


def test_months_of_two_kinds_by_two_people(browser_of, director, stamp):
    browser, address = browser_of(director), "/settings/privacy/retention/"
    form = opened(browser, address)
    set_privacy(operator="Firm", address="", responsible="", contact="", months={"accesses": 12}, **stamp)

    assert browser.post(address, {**form, "months_import_files": "3"}).status_code == 302

    rules = Privacy.objects.get()
    assert (rules.months["accesses"], rules.months["import_files"], rules.operator) == (12, 3, "Firm")


def define(stamp, **values):
    change_method(company=company(), values=values, **stamp)


def test_definition_changed_by_another_is_not_put_back(browser_of, director, stamp):
    """The form carries every definition; only what its person changed is tried."""
    browser, address = browser_of(director), "/settings/method/"
    form = opened(browser, address)
    define(stamp, low_nps=5)

    trial = browser.post(address, {**form, "regular_occasions": "8"}).url
    browser.post(f"{trial}save/")

    assert (method().low_nps, method().regular_occasions) == (5, 8)


def test_definition_changed_by_another_is_asked_for(browser_of, director, stamp):
    browser, address = browser_of(director), "/settings/method/"
    form = opened(browser, address)
    define(stamp, regular_occasions=5)

    page = send(browser, address, {**form, "regular_occasions": "8"})

    assert "5 (stands there now)" in page
    assert method().regular_occasions == 5


@pytest.mark.parametrize(("keep", "stands"), [("theirs", 5), ("mine", 8)])
def test_definition_changed_while_the_effect_was_looked_at(browser_of, director, stamp, keep, stands):
    browser = browser_of(director)
    form = opened(browser, "/settings/method/")
    trial = browser.post("/settings/method/", {**form, "regular_occasions": "8"}).url
    run_queued_jobs()
    token = unescape(re.search(r'name="seen" value="([^"]*)"', browser.get(trial).content.decode())[1])
    define(stamp, regular_occasions=5)

    page = send(browser, f"{trial}save/", {"seen": token})
    assert method().regular_occasions == 5

    assert browser.post(f"{trial}save/", chosen({}, page, regular_occasions=keep)).status_code == 302
    assert method().regular_occasions == stands


def test_threshold_changed_by_another_is_asked_for(browser_of, director, stamp):
    browser, address = browser_of(director), "/signals/history/silent/"
    page = browser.get(address).content.decode()
    define(stamp, alarm_rate=0.1)

    page = send(browser, address, chosen({"alarm_rate": "0.2"}, page))

    assert "0.1 (stands there now)" in page
    assert method().alarm_rate == 0.1


@pytest.mark.xdist_group("dovecot")
def test_mailbox_of_the_company_written_by_two(browser_of, director, stamp, mail_server):  # noqa: F811
    browser = browser_of(director)
    new = {
        "address": "office@firm.example", "host": "127.0.0.1", "port": mail_server.port, "security": "none",
        "login": "anna", "password": PASSWORD, "folder_in": "INBOX", "since_on": "2026-01-01", "is_on": "on",
    }  # fmt: skip
    browser.post("/mail/mailboxes/new/", new)
    box = Mailbox.objects.get()
    address, sealed = f"/mail/mailboxes/{box.pk}/", box.sealed_password
    form = opened(browser, address)
    Mailbox.objects.update(since_on="2026-02-02")

    form |= {"since_on": "2026-03-03"}
    page = send(browser, address, {**form, "password": PASSWORD})
    assert "Type the password once more" in page
    box.refresh_from_db()
    assert box.since_on.isoformat() == "2026-02-02"

    assert browser.post(address, chosen(form, page, since_on="mine")).status_code == 302
    box.refresh_from_db()
    assert (box.since_on.isoformat(), box.sealed_password) == ("2026-03-03", sealed)
