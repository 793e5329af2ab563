"""The register of gone clients, brought in line after each assessment: who went, who came back, what each was worth."""

from datetime import date, datetime
from decimal import Decimal
from itertools import batched

from django.db.models import Max, Min, OuterRef, Subquery

from vernost.assessment.after_run import after_each_run
from vernost.assessment.models import ClientAssessment, Run
from vernost.care.enums import EndingState, Reason
from vernost.care.models import Attempt, Ending, WinBack
from vernost.care.queries.win_back import GONE, advice_for, budget_of, significance_of
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Order
from vernost.core.actions.records import change_records, create_records
from vernost.core.enums import Face
from vernost.core.queries.company import company

_BATCH = 500
_JUDGED = ("net_contribution", "revenue", "first_on", "last_on")
_OF_CLIENT = ("client__name", "client__is_sample")


@after_each_run
def _keep_after_run(run: Run, at: datetime) -> None:
    keep_register(as_of=run.as_of, at=at)


def keep_register(*, as_of: date, at: datetime) -> int:
    """Enters who is gone, marks who has ordered again, and brings worth and advice in line; how many were entered."""
    _mark_won(at)
    entered = _enter(as_of, at)
    _renew()
    return entered


def _open() -> set[int]:
    """Clients whose line is open."""
    return set(WinBack.objects.filter(deleted_at=None, won_on=None).values_list("client_id", flat=True))


def _back() -> dict[int, date]:
    """Client -> the last day on which he came back."""
    won = WinBack.objects.filter(deleted_at=None, won_on__isnull=False).order_by()
    return dict(won.values_list("client").annotate(last=Max("won_on")))


def _mark_won(at: datetime) -> None:
    """An order after the client had gone is the way back, with or without our doing."""
    later = (
        Order.objects.filter(
            client=OuterRef("client"), deleted_at=None, amount__gt=0, ordered_on__gt=OuterRef("left_on")
        )
        .exclude(status=OrderStatus.CANCELLED)
        .order_by()
        .values("client")
        .annotate(first=Min("ordered_on"))
        .values("first")
    )
    rows = WinBack.objects.filter(deleted_at=None, won_on=None).annotate(first=Subquery(later))
    back = [(one, {"won_on": one.first}) for one in rows.filter(first__isnull=False)]
    change_records(changes=back, by=None, at=at, face=Face.JOB, run="")


def _enter(as_of: date, at: datetime) -> int:
    here, back = _open(), _back()
    gone = ClientAssessment.objects.filter(
        stage_in_force__in=GONE, client__deleted_at=None, last_on__isnull=False
    ).only(*_JUDGED, "ended_on", *_OF_CLIENT)
    currency, count = company().currency, 0
    reasons = _reasons()
    for some in batched(gone.select_related("client").iterator(_BATCH), _BATCH):
        new = []
        for found in some:
            left_on = max(filter(None, (found.last_on, found.ended_on)))
            # Back since the assessment saw him.
            if found.client_id in here or back.get(found.client_id, left_on) > left_on:
                continue
            worth = significance_of(found)
            line = WinBack(
                client=found.client,
                entered_on=as_of,
                left_on=left_on,
                currency=currency,
                significance=worth,
                budget=budget_of(worth),
                reason=reasons.get(found.client_id, Reason.UNKNOWN),
                is_sample=found.client.is_sample,
            )
            line.advice = advice_for(line, [])
            new.append(line)
        create_records(records=new, by=None, at=at, face=Face.JOB, run="")
        count += len(new)
    return count


def _reasons() -> dict[int, str]:
    """Client -> the reason of the last ending."""
    last = (
        Ending.objects.filter(deleted_at=None, state=EndingState.ENDED)
        .order_by()
        .values("client")
        .annotate(last=Max("pk"))
        .values("last")
    )
    return dict(Ending.objects.filter(pk__in=last).values_list("client_id", "reason"))


def _renew() -> None:
    """Worth, advice, and the reason where an ending told it since; they are kept columns, so that no
    log tells them as somebody's change. Written is only what differs: most who are gone stay as they were.
    """
    attempts: dict[int, list[Attempt]] = {}
    for attempt in Attempt.objects.filter(deleted_at=None, win_back__deleted_at=None):
        attempts.setdefault(attempt.win_back_id, []).append(attempt)
    reasons = _reasons()
    rows = WinBack.objects.filter(deleted_at=None)
    judged = ClientAssessment.objects.only(*_JUDGED)
    for some in batched(rows.iterator(_BATCH), _BATCH):
        found = judged.in_bulk([one.client_id for one in some])
        changed = []
        for one in some:
            before = _kept(one)
            if one.won_on is None and one.client_id in found:
                one.significance = significance_of(found[one.client_id])
            if one.reason == Reason.UNKNOWN and one.won_on is None:
                one.reason = Reason(reasons.get(one.client_id, Reason.UNKNOWN))
            one.advice = advice_for(one, attempts.get(one.pk, []))
            changed += [one] if _kept(one) != before else []
        if changed:
            WinBack.objects.bulk_update(changed, ["significance", "advice", "reason"])


def _kept(one: WinBack) -> tuple[Decimal, str, str]:
    return one.significance, one.advice, one.reason
