"""Marketing costs come as a file: by purpose and day, of no client; once, and taken back with the import."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.imports import check, take, take_back
from vernost.clients.models import MarketingCost, Segment
from vernost.transfer import report
from vernost.transfer.enums import RunState
from vernost.transfer.storage import REPORT

pytestmark = pytest.mark.django_db

COSTS = (
    "Дата;Цель;Сумма;Сегмент;Кампания\n"
    "15.01.2026;привлечение новых клиентов;150 000,50;;Реклама\n"
    "10.02.2026;удержание клиентов;40 000;;Обед\n"
    "10.02.2026;удержание клиентов;40 000;;Обед\n"
)


def rows():
    columns = "spent_on", "purpose", "amount", "currency", "note"
    return list(MarketingCost.objects.filter(deleted_at=None).order_by("pk").values_list(*columns))


def test_costs_come_by_purpose_and_day(director):
    run = take(COSTS, director)

    assert (run.kind, run.state) == ("marketing_costs", RunState.DONE)
    assert rows() == [
        (date(2026, 1, 15), "winning", Decimal("150000.50"), "RUB", "Реклама"),
        (date(2026, 2, 10), "keeping", Decimal(40000), "RUB", "Обед"),
        (date(2026, 2, 10), "keeping", Decimal(40000), "RUB", "Обед"),
    ]


def test_the_same_file_twice_brings_nothing_new_and_one_more_row_is_one_more(director):
    take(COSTS, director)

    assert take(COSTS, director).counts.get("created", 0) == 0
    more = take(COSTS + "10.02.2026;удержание клиентов;40 000;;Обед\n", director)

    assert more.counts["created"] == 1
    assert len(rows()) == 4


def test_import_is_taken_back_whole(director):
    run = take(COSTS, director)

    take_back(run, director)

    assert rows() == []
    assert run.counts["created"] == 3


def test_cost_of_nothing_is_refused_and_the_others_come(director):
    run = take("date,purpose,amount\n2026-01-15,winning,0\n2026-01-16,winning,5\n", director)

    refused = [
        row.row for row in report.read_rows(run.token, REPORT, limit=9, offset=0) if row.outcome == "refused"
    ]
    assert refused == [2]
    assert [amount for _day, _purpose, amount, *_rest in rows()] == [Decimal(5)]


def test_unknown_purpose_is_asked_and_a_segment_is_found(director):
    Segment.objects.create(name="Trade")
    text = "date,purpose,amount,segment\n2026-01-15,fun,9,Trade\n"

    run = check(text, director)

    assert run.state == RunState.VALUES
    assert list(run.unknown) == ["purpose"]
    take(text, director, values={"purpose": {"fun": "brand"}})
    assert MarketingCost.objects.get().segment.name == "Trade"
