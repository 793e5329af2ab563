"""The whole way: rows of the database through the real engine and back."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.clients import make_client, make_order
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.run import assess_clients
from vernost.assessment.enums import Why
from vernost.assessment.models import ClientAssessment, Run, Signal, Standing
from vernost.assessment.queries.run import day_to_judge, latest_run
from vernost.clients.actions.client import remove_client
from vernost.clients.enums import OrderStatus
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.engine.errors import EngineError

pytestmark = pytest.mark.django_db


def assess(today=TODAY):
    return assess_clients(why=Why.ASKED, by=None, at=AT, today=today, clock=lambda: AT)


@pytest.fixture
def company(db):
    return set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)


@pytest.fixture
def regular(anna):
    """Bought every 30 days for a year and a half, last 10 days ago."""
    client = make_client("Regular", owner=anna)
    for number in range(18):
        make_order(client, ordered_on=TODAY - timedelta(days=10 + 30 * number))
    return client


def test_judgement_is_stored_with_its_history_and_signals(company, regular, anna):
    stopped = make_client("Stopped", owner=anna)
    for number in range(8):
        make_order(stopped, ordered_on=TODAY - timedelta(days=300 + 30 * number))
    never = make_client("Never", owner=anna)

    run = assess()

    found = {one.client: one for one in ClientAssessment.objects.select_related("client")}
    assert {client.name: one.stage for client, one in found.items()} == {
        "Regular": "regular",
        "Stopped": "lost",
        "Never": "aware",
    }
    assert (found[regular].revenue_window, found[regular].days_since_last) == (Decimal(12000), 10)
    assert found[regular].share == pytest.approx(12 / 15)
    assert found[never].run == run == latest_run()
    assert run.company["totals"]["buyers"] == 2
    assert Signal.objects.get(client=regular, code="dependence").area == "dependence"
    past = Standing.objects.filter(client=stopped).order_by("since_on").values_list("stage", "until_on")
    assert next(stage for stage, _until in past) in ("regular", "slipping")
    assert list(past)[-1] == ("lost", None)
    assert not Standing.objects.filter(client=never).exclude(since_on=TODAY).exists()
    # Past quarters were judged once, and only their standings kept.
    assert list(Run.objects.order_by("as_of").values_list("why", flat=True)) == ["past"] * 4 + ["asked"]


def test_second_run_replaces_judgements_and_ends_signals(company, regular, anna, boris):
    assess()
    Run.objects.filter(why=Why.PAST).delete()
    for number in range(5):
        other = make_client(f"Other {number}", owner=anna)
        make_order(other, amount=Decimal(20000), ordered_on=TODAY)

    assess(TODAY + timedelta(days=1))

    assert ClientAssessment.objects.count() == 6
    ended = Signal.objects.get(client=regular, code="dependence")
    assert ended.over_on == TODAY + timedelta(days=1)
    assert Run.objects.count() == 2
    remove_client(client=regular, by=boris, at=AT, face=Face.WEB)

    assess(TODAY + timedelta(days=2))

    assert not ClientAssessment.objects.filter(client=regular).exists()


def test_foreign_currency_without_a_rate_is_refused_and_nothing_is_stored(company, regular):
    make_order(regular, currency="USD", ordered_on=TODAY)

    with pytest.raises(EngineError) as refusal:
        assess()

    assert refusal.value.code == "mixed_currencies"
    assert (Run.objects.count(), ClientAssessment.objects.count()) == (0, 0)


def test_a_company_of_the_past_is_judged_on_its_last_day(client_one):
    make_order(client_one, ordered_on=TODAY - timedelta(days=400))
    make_order(client_one, ordered_on=TODAY - timedelta(days=1), status=OrderStatus.CANCELLED)

    assert day_to_judge(TODAY) == TODAY - timedelta(days=400)
    assert day_to_judge(TODAY - timedelta(days=390)) == TODAY - timedelta(days=390)


def test_without_orders_there_is_nothing_to_judge(client_one):
    assert assess() is None
