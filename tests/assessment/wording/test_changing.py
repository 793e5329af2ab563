"""What would change a judgement, on rows worked out by hand."""

from datetime import date

import pytest

from vernost.assessment.wording.changing import group_changes, loyalty_changes, stage_changes
from vernost.assessment.wording.words import Words
from vernost.engine.settings import Settings
from vernost.engine.tables import OUTPUTS

WORDS = Words.load("en", "")
DAY = date(2026, 3, 5)


def client(**values):
    row = dict.fromkeys(OUTPUTS["clients"].names) | {
        "group": "manage", "stage": "regular", "loyalty": "satisfaction", "guards": "", "loyalty_missing": "",
        "attractiveness": 60.0, "score_orders": 60.0, "net_contribution_window": 100, "tenure_days": 900,
        "occasions": 9, "typical_interval": 30.0, "last_on": date(2026, 2, 25),
    }  # fmt: skip
    return row | values


def test_points_that_are_missing_and_where_they_could_come_from():
    found = group_changes(WORDS, client(), Settings())

    assert found[0] == "For “reward & invest”: 10.0 points of attractiveness more."
    assert any(line.startswith("Unknown, weight 15: Stability of the client's business.") for line in found)
    assert found[-1].startswith("Most could come from: Orders")
    assert "40.0 points" in found[-1]


@pytest.mark.parametrize(("judged", "part", "needed"), [(4, 0.5, 3), (10, 0.6, 4), (3, 0.0, 7)])
def test_invoices_that_would_lift_the_part_on_time(judged, part, needed):
    row = client(group="discipline", attractiveness=80.0, invoices_judged=judged, on_time_part=part)

    (line,) = group_changes(WORDS, row, Settings())

    assert line.startswith(f"{needed} next invoices")
    assert (part * judged + needed) / (judged + needed) >= 0.7 - 1e-9
    assert (part * judged + needed - 1) / (judged + needed - 1) < 0.7


def test_out_of_fire_by_the_loss_or_a_mark():
    row = client(
        group="fire", net_contribution_window=-500, net_contribution_previous=-10, attractiveness=80.0
    )

    assert "500 more net contribution a year" in group_changes(WORDS, row, Settings())[0]


def test_nothing_is_missing_in_the_first_group():
    assert group_changes(WORDS, client(group="reward", attractiveness=80.0), Settings()) == []


def test_next_level_and_the_top():
    row = client(loyalty_missing="devoted_rating_or_wallet")
    assert loyalty_changes(WORDS, row)[0].startswith("For the level “devotion”: a high rating")
    assert loyalty_changes(WORDS, client(loyalty="partnership")) == []


def test_days_on_which_silence_changes_the_stage():
    assert stage_changes(WORDS, client(), Settings(), DAY) == [
        "“slipping” from 11 Apr 2026, if nothing is bought until then.",
        "“lost” from 26 May 2026, if nothing is bought until then.",
    ]
    assert stage_changes(WORDS, client(occasions=1, stage="first_order"), Settings(), DAY)[0] == (
        "2 more purchases make a regular client."
    )
    assert stage_changes(WORDS, client(stage="lost"), Settings(), date(2027, 1, 1)) == [
        "A purchase: the client is back."
    ]
