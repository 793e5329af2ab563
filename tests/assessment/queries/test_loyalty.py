"""Hygiene, gaps, and words against deeds, worked out by hand."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.expectation import note_expectations
from vernost.assessment.actions.loyalty_factor import create_factor, note_factor
from vernost.assessment.enums import Aspect, FactorArea, FactorKind, Met
from vernost.assessment.models import ClientAssessment, Expectation, FactorMark, LoyaltyFactor
from vernost.assessment.queries.loyalty import (
    broken_factors,
    broken_hygiene,
    factors_of,
    gaps,
    has_broken_hygiene,
    says_but_leaves,
    scorecard,
    words_and_deeds_part,
)
from vernost.clients.models import Client
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.engine.settings import Settings

DOOR = {"at": AT, "face": Face.WEB}


@pytest.fixture
def rude(anna):
    return create_factor(name="Polite", kind=FactorKind.HYGIENE, area=FactorArea.PEOPLE, by=anna, **DOOR)


@pytest.fixture
def pride(anna):
    return create_factor(name="Proud", kind=FactorKind.IRRATIONAL, area=FactorArea.PEOPLE, by=anna, **DOOR)


def mark(client, factor, state, by, **fields):
    values = {"noted_on": TODAY, "source": "Their director"} | fields
    return note_factor(client=client, factor=factor, state=state, by=by, **DOOR, **values)


def test_broken_hygiene_is_what_counts_and_nothing_else(client_one, anna, rude, pride):
    mark(client_one, rude, Met.MET, anna)
    mark(client_one, pride, Met.BROKEN, anna)
    assert broken_hygiene(client_one) == []

    broken = mark(client_one, rude, Met.BROKEN, anna, note="Shouted at on the phone")

    assert broken_hygiene(client_one) == [broken]
    assert set(Client.objects.filter(has_broken_hygiene())) == {client_one}
    assert dict(broken_factors(anna)) == {rude: 1, pride: 1}


def test_newer_mark_ends_the_older_and_unknown_ends_both(client_one, anna, rude):
    first = mark(client_one, rude, Met.BROKEN, anna)
    mark(client_one, rude, Met.MET, anna, run="mended")
    first.refresh_from_db()
    assert first.over_at == AT

    undo_run(run="mended", by=anna, **DOOR)
    assert broken_hygiene(client_one) == [first]

    mark(client_one, rude, None, anna)
    assert dict(factors_of(client_one))[rude] is None
    assert FactorMark.objects.count() == 2


def test_marks_of_a_foreign_client_are_not_counted(client_one, client_two, anna, vera, rude):
    mark(client_two, rude, Met.BROKEN, vera)

    assert broken_factors(anna) == []


def test_gaps_are_means_of_the_last_scorecards_by_group(client_one, anna, director):
    other = make_client("Other", owner=anna)
    make_assessment(client_one, group="manage", group_in_force="reward")
    make_assessment(other, group="reward")
    old = TODAY - timedelta(days=300)
    for client, day, scores in (
        (client_one, old, {Aspect.PRICE: (9, 1)}),
        (client_one, TODAY, {Aspect.PRICE: (8, 5), Aspect.ATTENTION: (4, 9)}),
        (other, old, {Aspect.PRICE: (6, 5), Aspect.MISTAKE: (7, None)}),
    ):
        note_expectations(client=client, noted_on=day, scores=scores, source="Survey", by=anna, **DOOR)

    found = gaps(director, "assessment__group_in_force")

    # Price: (8 + 6) ÷ 2 = 7 expected, (5 + 5) ÷ 2 = 5 done.
    price = found["reward", "price"]
    assert (price.wanted, price.given, price.gap, price.clients) == (7, 5, 2, 2)
    assert found["reward", "attention"].gap == 0, "who gets more than expected has no gap"
    assert found["reward", "mistake"].gap is None, "nobody said how we do"
    assert {(one.aspect, one.gap) for one in scorecard(client_one)} == {("price", 3), ("attention", 0)}


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"nps_last": 9.0, "revenue_window": 79, "revenue_previous": 100}, True),
        ({"nps_last": 9.0, "revenue_window": 80, "revenue_previous": 100}, False),
        ({"nps_last": 8.0, "revenue_window": 10, "revenue_previous": 100}, False),
        ({"rating_last": 4.5, "revenue_window": 0, "revenue_previous": 100}, True),
        ({"rating_last": 5.0, "revenue_window": 50, "revenue_previous": 0}, False),
        ({"nps_last": 10.0, "revenue_window": 90, "revenue_previous": 90, "stage": "slipping"}, True),
        ({"nps_last": None, "revenue_window": 0, "revenue_previous": 100}, False),
    ],
)
def test_words_and_deeds_part(client_one, fields, part):
    found = make_assessment(client_one, **fields)

    assert words_and_deeds_part(found, Settings()) is part
    assert ClientAssessment.objects.filter(says_but_leaves(Settings())).exists() is part


def test_database_refuses_what_is_out_of_the_scale_and_a_mark_without_source(client_one, anna, rude):
    with pytest.raises(IntegrityError), transaction.atomic():
        Expectation.objects.create(client=client_one, aspect="price", noted_on=TODAY, wanted=11, source="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        mark(client_one, rude, Met.MET, anna, source="")


def test_shipped_factors_cover_every_area_and_speak_both_languages(db):
    shipped = LoyaltyFactor.objects.exclude(code="")

    assert {one.area for one in shipped} == set(FactorArea.values)
    assert shipped.filter(kind=FactorKind.HYGIENE).count() == 4
    assert all(str(one) != one.code for one in shipped)
