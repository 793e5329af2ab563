from tests.factories.moments import AT, TODAY
from vernost.assessment.models import BackTest, BackTestSignal
from vernost.assessment.queries.backtest import key_of
from vernost.assessment.queries.method import as_json, method
from vernost.clients.models import Client


def make_tested_signal(*clients: Client) -> BackTestSignal:
    """`silent` in a back-test of the definitions in force: all of `clients` left after it, two others were in vain."""
    test = BackTest.objects.create(
        key=key_of(method()), as_of=TODAY, made_at=AT, settings=as_json(method()), days=["2024-12-31"],
        clients=2, base={"judged": 10, "left": 1, "fell": 2, "grew": 0},
    )  # fmt: skip
    lines = [[client.pk, "2024-12-31", "left", 120, 5000.0] for client in clients]
    return BackTestSignal.objects.create(
        backtest=test, code="silent", flagged=4, came=2, vain=2, missed=1, lead_days=120.0,
        named={"came": lines, "vain": [], "missed": []},
    )  # fmt: skip
