from datetime import date

from vernost.core.needs import Act, Need
from vernost.office.today.rows import Asking, acts_html, need_html

ASKING = Asking(date(2026, 3, 5), [("7", "Nina <N>")], 'to"ken')


def need(**values):
    return Need(1, "Client One", "Owes <5>", "since & still", severity=3, kind="debt", **values)


def test_words_cannot_bring_html():
    html = need_html(need(next_step="Call <now>", url="/clients/1/?a=1&b=2"), ASKING)

    assert "Owes &lt;5&gt;." in html
    assert "since &amp; still" in html
    assert '<a href="/clients/1/?a=1&amp;b=2">Call &lt;now&gt;</a>' in html
    assert '<span class="badge badge-bad">debt</span>' in html
    assert "<form" not in html


def test_without_an_address_the_next_step_is_no_link():
    assert "<a " not in need_html(need(next_step="Call"), ASKING)


def test_an_act_asks_what_it_has_to_be_told():
    act = Act("Hand & over", "/touches/1/hand/", ("day", "person", "reason"))

    html = acts_html([act], ASKING)

    assert '<summary class="button button-plain">Hand &amp; over</summary>' in html
    assert '<input type="date" name="day" required min="2026-03-05">' in html
    assert '<option value="7">Nina &lt;N&gt;</option>' in html
    assert 'name="reason"' in html
    assert 'value="to&quot;ken"' in html


def test_acts_that_ask_nothing_are_done_at_once():
    html = acts_html([Act("Done", "/1/", main=True), Act("Leave", "/2/")], ASKING)

    assert "<details" not in html
    assert '<button class="button button-primary" type="submit">Done</button>' in html
    assert '<button class="button button-plain" type="submit">Leave</button>' in html
