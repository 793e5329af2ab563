from tests.engine.cast import Firm, day


def test_who_gives_a_fifth_is_a_danger_from_the_purchase_that_made_it_so():
    firm = Firm()
    firm.buys("large", 100, amount=10).buys("large", 50, amount=10).buys("large", 20, amount=5)
    for number in range(4):
        firm.buys(f"small {number}", 60, amount=18.75)  # 75 in all: the large one has a quarter of 100

    judged = firm.judged()

    assert {client for client, code in judged.signals if code == "dependence"} == {"large"}
    row = judged.signals["large", "dependence"]
    assert (row["observed"], row["threshold"]) == (0.25, 0.2)
    assert row["first_on"] == day(50)  # 20 of 100 reached
    assert judged.company["dependent"] == [{"client_id": "large", "share": 0.25}]
