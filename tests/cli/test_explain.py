"""`vernost explain`: every step of one client, with numbers that add up."""

import re

import pytest

from vernost.cli import main as entry


@pytest.fixture(scope="module")
def orders(tmp_path_factory):
    rows = ["client_id,ordered_on,amount"]
    for place in range(15):
        rows += [
            f"K{place},{2021 + month // 12}-{month % 12 + 1:02d}-{place + 1:02d},{100 + place}"
            for month in range(30)
        ]
    path = tmp_path_factory.mktemp("given") / "orders.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_ten_steps_in_the_order_of_the_assessment(orders, capsys):
    assert entry.run(["explain", str(orders), "--client", "K3", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    titles = re.findall(r"^\d+\. (.+)$", said, re.MULTILINE)
    assert titles == [
        "Basics",
        "Rhythm",
        "Outlook",
        "Share",
        "Regular?",
        "Stage",
        "Loyalty",
        "Attractiveness",
        "Group",
        "Signals",
    ]


def test_points_add_up_to_the_attractiveness(orders, capsys):
    assert entry.run(["explain", str(orders), "--client", "K3", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    points = sum(float(found) for found in re.findall(r"= (\d+\.\d) points", said))
    whole = float(re.search(r"Attractiveness\s+(\d+\.\d)", said).group(1))
    assert abs(points - whole) <= 0.3


def test_intervals_are_those_of_the_orders(orders, capsys):
    assert entry.run(["explain", str(orders), "--client", "K3", "--lang", "ru"]) == 0
    assert "31, 30, 31, 31, 28, 31, 30, 31" in capsys.readouterr().out


def test_an_unknown_client_is_wrong_usage(orders, capsys):
    assert entry.run(["explain", str(orders), "--client", "nobody", "--lang", "en"]) == 2
    assert "nobody" in capsys.readouterr().err
