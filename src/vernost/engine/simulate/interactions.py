"""Calls, letters, meetings, offers, promises, reports and inquiries of the simulated company."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import Bools, Cell, Floats, Ints
from vernost.engine.simulate.clients import owner_of
from vernost.engine.simulate.orders import Orders
from vernost.engine.simulate.renewal import renewals

KINDS = ("call", "letter", "meeting", "message", "offer", "promise", "report", "inquiry")
_CHANNELS = ("telephone", "mail", "in person", "messenger", "mail", "telephone", "mail", "telephone")
_OUTCOMES = ("answered", "no_answer", "refused")
_OFFER, _PROMISE, _REPORT, _INQUIRY = 4, 5, 6, 7


@dataclass(frozen=True)
class _Contacts:
    who: Ints
    when: Floats
    kind: Ints


def interactions_table(cell: Cell, orders: Orders) -> pa.Table:
    """Ours go on as long as the company does; the client's end when it leaves."""
    rng = cell.random(4)
    contacts = _contacts(cell, orders, rng)
    who, when, kind = contacts.who, contacts.when, contacts.kind
    stress, gone = cell.stress(who, when), when >= cell.until[who]
    inward = kind == _INQUIRY
    outcome, asked = _outcomes(cell, contacts, stress, gone, rng)
    answer, answered = _answers(cell, contacts, stress, asked & (outcome == 0), rng)
    talked = np.isin(kind, (0, 2)) & ~gone | inward
    mood = np.rint(cell.trait("mood")[who] - 2.4 * stress + rng.normal(0, 0.7, len(who)))
    free = (rng.random(len(who)) < cell.trait("free_work")[who]) & ~gone
    minutes = np.rint(rng.gamma(4.0, 5.0, len(who))) * np.where(free, 6, 1)
    person = np.where(
        rng.random(len(who)) < 0.9, owner_of(cell)[who], rng.integers(0, cell.profile.people, len(who))
    )
    people = tuple(f"person-{number}" for number in range(1, cell.profile.people + 1))
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "at": arrow.dates(cell, when),
            "direction": arrow.words(("out", "in"), inward.astype(np.int64)),
            "kind": arrow.words(KINDS, kind),
            "channel": arrow.words(_CHANNELS, kind),
            "outcome": arrow.words(_OUTCOMES, outcome, asked),
            "answered_at": arrow.dates(cell, answer, answered),
            "mood": pa.array(np.clip(mood, -2, 2).astype(np.int64), mask=~talked),
            "minutes": minutes,
            "person": arrow.words(people, person),
            "free_of_charge": free,
        }
    )


def _contacts(cell: Cell, orders: Orders, rng: np.random.Generator) -> _Contacts:
    """Who, when and what, by time. Reports follow nine orders of ten within five days."""
    end = np.full(cell.size, float(cell.days))
    parts: list[tuple[Ints, Floats, Ints]] = []
    touch_who, touch_when = renewals(rng, cell.joined, end, np.full(cell.size, 365.25 / cell.profile.touches))
    parts.append((touch_who, touch_when, rng.integers(0, 4, len(touch_who))))
    for kind, per_year in ((_OFFER, cell.profile.offers), (_PROMISE, cell.profile.touches / 3)):
        who, when = renewals(rng, cell.joined, end, np.full(cell.size, 365.25 / per_year))
        parts.append((who, when, np.full(len(who), kind)))
    inquiries = np.maximum(cell.trait("inquiries"), 1e-6)
    who, when = renewals(rng, cell.joined, cell.until, 365.25 / inquiries, turn=cell.turn, growth=cell.growth)
    parts.append((who, when, np.full(len(who), _INQUIRY)))
    reported = orders.main & (rng.random(len(orders.who)) < 0.9)
    when = orders.day[reported] + rng.uniform(1, 6, int(reported.sum()))
    parts.append((orders.who[reported], when, np.full(len(when), _REPORT)))
    who, moments, kinds = (np.concatenate(column) for column in zip(*parts, strict=True))
    inside = np.flatnonzero(moments < cell.days)
    order = inside[np.argsort(moments[inside], kind="stable")]
    return _Contacts(who[order], moments[order], kinds[order])


def _outcomes(
    cell: Cell, contacts: _Contacts, stress: Floats, gone: Bools, rng: np.random.Generator
) -> tuple[Ints, Bools]:
    """Index of the outcome, and whether there is one: offers, letters and messages that want an answer."""
    who, size = contacts.who, len(contacts.who)
    asked = (contacts.kind == _OFFER) | (np.isin(contacts.kind, (1, 3)) & (rng.random(size) < 0.5))
    answers = cell.trait("answers")[who] * (1 - 0.8 * stress) * ~gone
    refusal = np.where(gone, 0.0, 0.3 + 0.4 * stress)
    unanswered = np.where(rng.random(size) < refusal, 2, 1)
    return np.where(rng.random(size) < answers, 0, unanswered), asked


def _answers(
    cell: Cell, contacts: _Contacts, stress: Floats, answered: Bools, rng: np.random.Generator
) -> tuple[Floats, Bools]:
    """Moment of the answer, and whether it has come by the end: theirs, ours to inquiries, promises kept."""
    size = len(contacts.who)
    delay = np.exp(rng.normal(np.log(2.5), 0.6, size)) * (1 + 3 * stress)
    promise, inquiry = contacts.kind == _PROMISE, contacts.kind == _INQUIRY
    ours = (promise & (rng.random(size) < 0.99)) | (inquiry & (rng.random(size) < 0.998))
    moment = contacts.when + np.where(promise, rng.uniform(1, 6, size), np.where(inquiry, 0.5, delay))
    return moment, (answered | ours) & (moment < cell.days)
