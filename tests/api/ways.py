"""Records of loyalty, discipline, endings, reviews and policies: what stands in the place of a path's number."""

from datetime import timedelta

from tests.api.records import judged
from tests.factories.assessments import make_run
from tests.factories.dealings import make_invoice
from tests.factories.people import make_user
from vernost.assessment.enums import FactorArea, FactorKind, Met
from vernost.assessment.models import (
    BackTest,
    BackTestSignal,
    Breach,
    ClientAssessment,
    Expectation,
    FactorMark,
    LoyaltyFactor,
    Review,
    ReviewItem,
)
from vernost.assessment.queries.backtest import TASK
from vernost.assessment.queries.job import TRY
from vernost.care.enums import Checklist, EndingState, Reason, Result, Side, Step
from vernost.care.models import Attempt, Declaration, Ending, PaymentPromise, TrackStep, WinBack
from vernost.clients.enums import MarketingPurpose
from vernost.clients.models import Client, MarketingCost
from vernost.core.clock import now, today
from vernost.core.enums import Face, JobState, Role
from vernost.core.models import CompanySettings, Job

WEEK = timedelta(days=7)


def factor() -> LoyaltyFactor:
    made, _new = LoyaltyFactor.objects.get_or_create(
        name="Nobody is rude", kind=FactorKind.HYGIENE, area=FactorArea.PEOPLE
    )
    return made


def factor_mark_of(client: Client) -> int:
    return FactorMark.objects.create(
        client=client, factor=factor(), state=Met.BROKEN, noted_on=today(), source="A call", noted_by=client.owner
    ).pk  # fmt: skip


def expectation_of(client: Client) -> int:
    return Expectation.objects.create(
        client=client, aspect="price", noted_on=today(), wanted=9, given=5, source="A talk"
    ).pk


def parting(client: Client) -> int:
    """Says ten, buys half of what he bought."""
    pk = judged(client).pk
    ClientAssessment.objects.filter(pk=pk).update(nps_last=10, revenue_previous=80000)
    return pk


def marketing_cost_of(_client: Client) -> int:
    return MarketingCost.objects.create(
        purpose=MarketingPurpose.WINNING, spent_on=today(), amount=10, currency="RUB"
    ).pk


def declaration_of(client: Client) -> int:
    return Declaration.objects.create(client=client, declared_on=today() - WEEK, rules="Pay in time").pk


def promise_of(client: Client) -> int:
    return PaymentPromise.objects.create(
        client=client, promised_on=today() - WEEK, due_on=today() + WEEK, amount=100, currency="RUB"
    ).pk


def track_step_of(client: Client) -> int:
    day = today() - WEEK
    return TrackStep.objects.create(client=client, step=Step.REMINDER, taken_on=day, began_on=day).pk


def on_track(client: Client) -> int:
    """With a debt that is past its day: trust is not restored."""
    track_step_of(client)
    make_invoice(client, today() - 2 * WEEK, 100)
    return client.pk


def ending_of(client: Client, **fields: object) -> int:
    values = {"side": Side.US, "state": EndingState.CONSIDERED, "reason": Reason.OURS} | fields
    return Ending.objects.create(
        client=client, opened_on=today() - WEEK, grounds=["loses_money"], **values
    ).pk


def ending_with_chance(client: Client) -> int:
    return ending_of(
        client,
        state=EndingState.LAST_CHANCE,
        offered_on=today() - WEEK,
        until_on=today() + WEEK,
        new_price="10% more",
    )


def ending_decided(client: Client, **fields: object) -> int:
    return ending_of(
        client, state=EndingState.DECIDED, decided_on=today(), decided_by=client.owner, decision_why="He pays nothing",
        **fields,
    )  # fmt: skip


def ending_ready(client: Client) -> int:
    return ending_decided(client, done={item.value: today().isoformat() for item in Checklist})


def win_back_of(client: Client) -> int:
    found = WinBack.objects.filter(client=client).first()
    return (found or WinBack.objects.create(
        client=client, entered_on=today() - WEEK, left_on=today() - 50 * WEEK, reason=Reason.CHANGE,
        significance=50000, budget=5000, currency="RUB", advice="offer",
    )).pk  # fmt: skip


def attempt_of(client: Client) -> int:
    return Attempt.objects.create(
        client=client, win_back_id=win_back_of(client), tried_on=today(), what="A call", result=Result.THINKS,
        cost=100, currency="RUB",
    ).pk  # fmt: skip


def review_item_of(client: Client) -> int:
    """In the open review of his owner."""
    judged(client)
    owner = client.owner
    review, _new = Review.objects.get_or_create(
        owner=owner,
        finished_at=None,
        defaults={
            "kind": "yearly",
            "since_on": today() - 50 * WEEK,
            "started_by": owner,
            "started_at": now(),
        },
    )
    place = review.items.count() + 1
    return ReviewItem.objects.get_or_create(review=review, client=client, defaults={"place": place})[0].pk


def review_of(client: Client) -> int:
    return ReviewItem.objects.get(pk=review_item_of(client)).review_id


def review_of_another(client: Client) -> int:
    """Of an owner who has no review yet, so that there are as many as are made."""
    owner = make_user(f"Owner of {client.name}", Role.ACCOUNT_MANAGER)
    Client.objects.filter(pk=client.pk).update(owner=owner)
    client.refresh_from_db()
    return review_of(client)


def breach_of(client: Client, **fields: object) -> int:
    values = {"code": "debt_unpaid", "gate": "order_opened", "found": 500, "allowed": 0} | fields
    return Breach.objects.create(
        client=client, kind="clients.order", object_id=Breach.objects.count() + 1, object_name="Order 7",
        happened_on=today(), face=Face.IMPORT, **values,
    ).pk  # fmt: skip


def assessment_of(_client: Client) -> int:
    return make_run().pk


def trial_of(client: Client) -> int:
    """A trial of the method that is through, asked for by the client's owner."""
    result = {
        "changed": {"group": 1, "stage": 0, "loyalty": 2}, "signals": [7, 5],
        "moves": [["manage", "reward", 1]], "clients": [[client.pk, "manage", "reward"]],
    }  # fmt: skip
    return _job(client, TRY, {"values": {"regular_occasions": 4}}, result)


def threshold_trial_of(client: Client) -> int:
    test = BackTest.objects.create(
        key=f"tried {client.pk} {BackTest.objects.count()}", as_of=today(), made_at=now(), settings={},
        days=["2025-03-05"], clients=2,
        base={"judged": 4, "left": 1, "fell": 1, "grew": 1},
    )  # fmt: skip
    numbers = {"flagged": 4, "came": 3, "vain": 1, "missed": 2, "lead_days": 30.0}
    named = {"came": [[client.pk, "2025-03-05", "left", 30, 500.0]], "vain": [], "missed": []}
    BackTestSignal.objects.create(backtest=test, code="no_touch", named=named, **numbers)
    return _job(client, TASK, {"values": {"touch_days": 45}, "by_id": None}, {"backtest": test.pk})


def _job(client: Client, task: str, arguments: dict[str, object], result: dict[str, object]) -> int:
    at = now()
    CompanySettings.objects.get_or_create(pk=1, defaults={"name": "Firm", "currency": "RUB"})
    return Job.objects.create(
        task=task, arguments=arguments, created_by=client.owner, created_at=at, run_after=at, finished_at=at,
        state=JobState.DONE, result=result,
    ).pk  # fmt: skip
