"""Exceptions, the discipline track, endings and winning back in the demo, after the first assessment."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from vernost.assessment.actions.breach import answer_breach
from vernost.assessment.models import Breach, ClientAssessment
from vernost.care.actions.discipline import acknowledge_rules, declare_rules, promise_payment, take_step
from vernost.care.actions.ending import (
    answer_last_chance,
    check_off,
    consider_ending,
    decide_ending,
    finish_ending,
    note_client_left,
    offer_last_chance,
)
from vernost.care.actions.register import keep_register
from vernost.care.actions.win_back import change_win_back, try_win_back
from vernost.care.enums import DOWN, Advice, Checklist, Ground, Reason, Result
from vernost.care.letters import RULES_TEXTS
from vernost.care.models import WinBack
from vernost.cli.demo.words.ways import WAYS, Ways
from vernost.clients.actions.order import change_order
from vernost.clients.models import Order
from vernost.core.enums import Face, Language, Role
from vernost.core.models import User

_DAY = timedelta(days=1)
_LEFT = (Reason.QUALITY, Reason.PRICE, Reason.CHANGE)


def make_ways(language: Language, at: datetime) -> None:
    said = WAYS[language]
    director = User.objects.filter(role=Role.DIRECTOR).order_by("pk")[0]
    stamp: dict[str, Any] = {"by": director, "at": at, "face": Face.CLI}
    _exceptions(said, at, stamp)
    _track(said, language, at, stamp)
    _endings(said, at, stamp)
    _win_back(said, at, stamp)


def _exceptions(said: Ways, at: datetime, stamp: dict[str, Any]) -> None:
    """Six discounts of the last weeks, more than most may have; two are answered for."""
    orders = Order.objects.filter(amount__gt=0, client__assessment__group_in_force="manage").order_by(
        "-ordered_on", "-pk"
    )
    for number, order in enumerate(orders[:6]):
        change_order(order=order, discount_percent=Decimal(3 + 2 * number), **stamp)
    for why, breach in zip(
        said.exceptions, Breach.objects.filter(answered_by=None).order_by("-pk"), strict=False
    ):
        answer_breach(breach=breach, why=why, **stamp)


def _track(said: Ways, language: Language, at: datetime, stamp: dict[str, Any]) -> None:
    """The four who owe most, each one step further than the one before him."""
    today = at.date()
    owing = (
        ClientAssessment.objects.filter(debt_overdue__gt=0).exclude(stage="ended").select_related("client")
    )
    text = RULES_TEXTS[language]["payment"]
    for number, one in enumerate(owing.order_by("-debt_overdue", "pk")[:4]):
        client, began = one.client, today - 80 * _DAY
        for place in range(number + 1):
            take_step(
                client=client, step=DOWN[place], taken_on=began + 20 * place * _DAY, note=said.step_notes[place],
                is_sample=True, **stamp,
            )  # fmt: skip
        owed = Decimal(one.debt_overdue or 0)
        for part, (since, due) in enumerate(((75, 60), (20, -10))[: number + 1]):
            promise_payment(
                client=client, promised_on=today - since * _DAY, due_on=today - due * _DAY, currency=_currency(client),
                amount=(owed / 2).quantize(Decimal(1)) + part + 1, promised_by=said.promised_by, is_sample=True,
                **stamp,
            )  # fmt: skip
        if number >= 2:
            rules = declare_rules(
                client=client, declared_on=began + 40 * _DAY, rules=text.rules, client_duties=text.client_duties,
                our_duties=text.our_duties, is_sample=True, **stamp,
            )  # fmt: skip
            if number == 2:
                acknowledge_rules(
                    declaration=rules, acknowledged_on=began + 45 * _DAY, acknowledged_by=said.promised_by,
                    document=said.document, **stamp,
                )  # fmt: skip


def _endings(said: Ways, at: datetime, stamp: dict[str, Any]) -> None:
    """Of those who cost more than they bring: one before his last chance, one ended; and three who left themselves."""
    today = at.date()
    losing = ClientAssessment.objects.filter(group="fire", guards="", client__ended_on=None).select_related(
        "client"
    )
    for number, one in enumerate(losing.order_by("-revenue_window", "pk")[:2]):
        ending = consider_ending(
            client=one.client, grounds=[Ground.LOSES_MONEY], note=said.considered, on=today - 40 * _DAY, is_sample=True,
            **stamp,
        )  # fmt: skip
        offered = today - 5 * _DAY if number == 0 else today - 38 * _DAY
        offer_last_chance(
            ending=ending, offered_on=offered, until_on=offered + 14 * _DAY, new_price=said.new_price,
            new_terms=said.new_terms, **stamp,
        )  # fmt: skip
        if number == 0:
            continue
        answer_last_chance(ending=ending, accepted=False, on=today - 30 * _DAY, **stamp)
        decide_ending(ending=ending, end=True, why=said.decision, on=today - 25 * _DAY, **stamp)
        for item in Checklist:
            check_off(ending=ending, item=item, on=today - 15 * _DAY, **stamp)
        finish_ending(
            ending=ending, ended_on=today - 10 * _DAY, partner=said.partner, contacts_a_year=1, **stamp
        )
    lost = ClientAssessment.objects.filter(stage="lost", client__ended_on=None).select_related("client")
    for reason, note, one in zip(_LEFT, said.left, lost.order_by("-revenue", "pk")[3:6], strict=False):
        note_client_left(
            client=one.client, reason=reason, note=note, ended_on=today - 30 * _DAY, is_sample=True, **stamp
        )


def _win_back(said: Ways, at: datetime, stamp: dict[str, Any]) -> None:
    """Reasons found out and attempts made with the most significant."""
    today = at.date()
    keep_register(as_of=today, at=at)
    lines = list(WinBack.objects.filter(won_on=None).select_related("client").order_by("-significance", "pk"))
    unknown = [line for line in lines if line.reason == Reason.UNKNOWN][:5]
    for line, reason in zip(
        unknown, (Reason.CHANGE, Reason.QUALITY, Reason.DIFFICULTY, Reason.PRICE), strict=False
    ):
        mended: dict[str, Any] = (
            {"mended_on": today - 9 * _DAY, "what_changed": said.mended} if reason == Reason.QUALITY else {}
        )
        change_win_back(win_back=line, reason=reason, **mended, **stamp)
    results = (Result.REFUSED, Result.THINKS, Result.NO_ANSWER)
    for line, what, result in zip(unknown, said.attempts, results, strict=False):
        if line.advice in (Advice.OFFER, Advice.INVITE, Advice.STAY_NEAR):
            try_win_back(
                win_back=line, tried_on=today - 4 * _DAY, what=what, result=result,
                cost=(line.budget / 5).quantize(Decimal(1)), next_on=today + 25 * _DAY, is_sample=True, **stamp,
            )  # fmt: skip


def _currency(client: Any) -> str:
    found: str = client.invoices.values_list("currency", flat=True).first() or "RUB"
    return found
