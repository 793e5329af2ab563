from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import override

from tests.factories.clients import make_order
from vernost.office.clients.events import Mending, history_html
from vernost.voice.models import Complaint, Interaction
from vernost.voice.queries.timeline import Event

AT = datetime(2026, 3, 5, 9, tzinfo=UTC)


def test_words_cannot_bring_html(anna, client_one):
    talk = Interaction(
        client=client_one, person=anna, at=AT, direction="out", kind="call", mood=1, note="<b>\n& so"
    )
    complaint = Complaint(client=client_one, subject="<late>", opened_on=AT.date())

    html = history_html([Event(AT, "interaction", talk), Event(AT, "complaint", complaint)], Mending(1))

    assert "<br>&lt;b&gt;<br>&amp; so</div>" in html
    assert "&lt;late&gt;" in html
    assert html.count("<li ") == 2


def test_each_month_is_a_list(client_one):
    order = make_order(client_one, ordered_on=AT.date(), amount=5)

    html = history_html([Event(AT, "order", order), Event(AT.replace(month=2), "order", order)], Mending(1))

    assert html.count('<ol class="events">') == 2
    assert '<span class="money">' in html


def test_it_speaks_the_language_of_the_page(anna, client_one):
    talk = Interaction(client=client_one, person=anna, at=AT, direction="in", kind="call")

    with override("en"):
        english = history_html([Event(AT, "interaction", talk)], Mending(1))
    with override("ru"):
        russian = history_html([Event(AT, "interaction", talk)], Mending(1))

    assert english != russian


def test_who_may_finds_a_way_to_mend(client_one):
    order = make_order(client_one, ordered_on=AT.date())
    events = [Event(AT, "order", order)]

    link = f'href="{reverse("edit_fact", args=[client_one.pk, "order", order.pk])}"'
    assert link in history_html(events, Mending(client_one.pk, orders=True))
    assert "event-mend" not in history_html(events, Mending(client_one.pk, said=True))


def test_nothing_happened():
    assert history_html([], Mending(1)) == ""
