"""Won back is who was away for longer than his own rhythm allows, not who always buys in fits and starts."""

from tests.engine.cast import Firm

STEADY = tuple(range(5, 725, 30))


def firm() -> Firm:
    """Twenty who buy every 30 days give the outlook and the prior."""
    made = Firm()
    for place in range(20):
        made.buys(f"steady-{place}", *(ago + place for ago in STEADY))
    return made


def test_a_pause_of_two_hundred_days_in_a_monthly_rhythm_is_a_comeback():
    # Every 30 days until 220 days ago, nothing for 200 days, then 20 days ago again.
    back = firm().buys("back", 20, *range(220, 720, 30)).judged().clients["back"]

    assert (back["stage"], back["stage_reason"]) == ("won_back", "bought_after_pause")
    assert back["comeback_interval"] == 200


def test_three_usual_intervals_are_no_comeback_for_who_buys_in_fits_and_starts():
    # Intervals 10, 10, 100, 10, 10, 100, …: a pause of ten times the median happens all the time.
    agos = [5]
    for gap in (10, 10, 100, 10, 10, 100, 10, 10, 100, 10, 10, 100, 10, 10):
        agos.append(agos[-1] + gap)
    fits = firm().buys("fits", *agos).judged().clients["fits"]

    assert fits["typical_interval"] == 10
    assert (fits["stage"], fits["comeback_on"], fits["comeback_interval"]) == ("regular", None, None)


def test_many_orders_since_the_comeback_do_not_hide_it():
    # 200 days away, then every 10 days: the last twelve intervals hold no pause at all.
    back = firm().buys("back", *range(4, 154, 10), *range(344, 900, 10)).judged().clients["back"]

    assert (back["stage"], back["comeback_interval"]) == ("won_back", 200)


def test_without_an_outlook_the_usual_intervals_alone_decide():
    back = Firm().buys("back", 20, *range(220, 720, 30)).judged().clients["back"]

    assert (back["stage"], back["p_order"]) == ("won_back", None)
