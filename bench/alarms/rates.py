"""Rates of false alarms and of detection, per signal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bench.alarms.raised import Raised, raised, weekly
from bench.scoring import wilson
from vernost.engine import Settings
from vernost.engine.codes import SIGNALS
from vernost.engine.simulate import LEAVERS, STATIONARY, simulate

#: signals that are tests and so have a false-alarm rate; the others are facts
TESTS = tuple(signal.code for signal in SIGNALS if signal.kind in ("trend", "rate"))
#: signals that tell of something going wrong
WARNINGS = tuple(signal.code for signal in SIGNALS if signal.area != "chance" and signal.code in TESTS)
ANY = "any of these"


@dataclass(frozen=True)
class FalseAlarms:
    """Clients who do not change, flagged at least once in the year; the interval is Wilson's, 95 %."""

    code: str
    flagged: int
    clients: int

    @property
    def rate(self) -> float:
        return self.flagged / self.clients

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.flagged, self.clients)


@dataclass(frozen=True)
class Detection:
    """Leavers flagged between the start of their decline and the day they left, and how early."""

    code: str
    detected: int
    leavers: int
    #: median days from the start of the decline to the first alarm, and from it to the leaving
    after_decline: float
    before_leaving: float

    @property
    def rate(self) -> float:
        return self.detected / self.leavers

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.detected, self.leavers)


def false_alarms(
    clients: int, seed: int, settings: Settings, weeks: int = 52, at_once: int = 13
) -> list[FalseAlarms]:
    """Per test signal, and any of them: looks once a week for a year at clients who stay as they are."""
    company = simulate(clients, seed, profile=STATIONARY)
    found = raised(company, weekly(company.as_of, weeks), settings, at_once)
    return [FalseAlarms(code, len(_clients(found, codes)), clients) for code, codes in _groups(TESTS)]


def detections(
    clients: int, seed: int, settings: Settings, every_weeks: int = 1, at_once: int = 13
) -> list[Detection]:
    """Per warning, and any of them: looks every so many weeks at clients who decline and then leave.

    Only leavers who still declined in the last two years of the company count, the two years looked at.
    """
    company = simulate(clients, seed, profile=LEAVERS)
    days = weekly(company.as_of, 104)[::-every_weeks][::-1]
    spans = {
        row["client_id"]: (row["decline_from"], row["left_on"])
        for row in company.truth.select(["client_id", "decline_from", "left_on"]).to_pylist()
        if row["decline_from"] >= days[0]
    }
    found = [
        each
        for each in raised(company, days, settings, at_once)
        if each.client in spans and spans[each.client][0] <= each.day < spans[each.client][1]
    ]
    return [_detection(code, codes, found, spans) for code, codes in _groups(WARNINGS)]


def _groups(codes: Sequence[str]) -> Iterable[tuple[str, frozenset[str]]]:
    return [*((code, frozenset([code])) for code in codes), (ANY, frozenset(codes))]


def _clients(found: Iterable[Raised], codes: frozenset[str]) -> set[str]:
    return {each.client for each in found if each.code in codes}


def _detection(
    code: str, codes: frozenset[str], found: Iterable[Raised], spans: dict[str, tuple[date, date]]
) -> Detection:
    first: dict[str, date] = {}
    for each in found:
        if each.code in codes:
            first[each.client] = min(each.day, first.get(each.client, each.day))
    after = [(day - spans[client][0]).days for client, day in first.items()]
    before = [(spans[client][1] - day).days for client, day in first.items()]
    return Detection(
        code,
        len(first),
        len(spans),
        float(np.median(after)) if after else float("nan"),
        float(np.median(before)) if before else float("nan"),
    )
