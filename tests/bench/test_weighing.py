"""What `make trust` would say of installations that are known to have lost something."""

from pathlib import Path

import pytest

from bench.trust.installation import Installation
from bench.trust.prepared import Prepared
from bench.trust.tally import Tally, told
from bench.trust.weighing import weigh
from tests.channels.mail_server import Taken

_QUIET = {"twice": 0, "waiting": [], "whole": True, "failed": [], "letters": {}}
_NOWHERE = Installation(Path("nowhere"))


def prepared(rows, taken=None, letters=0):
    return Prepared(
        "import (sqlite)", _NOWHERE, _NOWHERE, nursery=None, server=None, taken=taken, rows=rows,
        letters=letters, ran=[], left=[], seconds=1.0,
    )  # fmt: skip


def weighed(ready, **found):
    tally = Tally("check")
    weigh(tally, ready, _QUIET | found)
    return tally


class _Book(Taken):
    """A mail server that took letters of these numbers."""

    def __init__(self, *numbers):
        super().__init__()
        self.letters = [{"Message-ID": f"<{number}>"} for number in numbers]


def test_as_many_rows_as_without_the_fault():
    assert weighed(prepared({"clients_order": 5}), rows={"clients_order": 5}).is_clean


def test_a_row_too_few_is_lost_and_one_too_many_doubled():
    tally = weighed(prepared({"a": 5, "b": 5, "c": 1}), rows={"a": 4, "b": 7})

    assert (tally.lost, tally.doubled) == (1, 2)


@pytest.mark.parametrize(
    ("found", "lost", "doubled"),
    [
        ({"twice": 2}, 0, 2),
        ({"waiting": ["a.task"]}, 0, 1),
        ({"whole": False}, 1, 0),
        ({"failed": [("a.task", "Traceback\nKeyError: 1\n")]}, 1, 0),
    ],
)
def test_equal_rows_do_not_make_up_for_what_is_wrong(found, lost, doubled):
    tally = weighed(prepared({"a": 5}), rows={"a": 5}, **found)

    assert (tally.lost, tally.doubled) == (lost, doubled)


@pytest.mark.parametrize(
    ("taken", "letters", "lost", "doubled"),
    [
        (["a", "b"], {"a": "sent", "b": "sent"}, 0, 0),
        (["a"], {"a": "sent", "b": "sent"}, 1, 0),
        (["a", "b", "b"], {"a": "sent", "b": "sent"}, 0, 1),
        (["a"], {"a": "sent", "b": "queued"}, 1, 0),
        (["a", "b", "x"], {"a": "sent", "b": "sent"}, 0, 1),
    ],
)
def test_every_letter_arrives_once(taken, letters, lost, doubled):
    rows = {"channels_letter": 2, "voice_interaction": 2}

    tally = weighed(prepared(rows, _Book(*taken), 2), letters=letters, rows=rows)

    assert (tally.lost, tally.doubled) == (lost, doubled)


@pytest.mark.parametrize(("contacts", "lost"), [(1, 0), (0, 1)])
def test_of_an_unsure_letter_no_contact_is_expected(contacts, lost):
    ready = prepared({"channels_letter": 2, "voice_interaction": 2, "core_auditentry": 9}, _Book("a"), 2)
    rows = {"channels_letter": 2, "voice_interaction": contacts, "core_auditentry": 8}

    tally = weighed(ready, letters={"a": "sent", "b": "unsure"}, rows=rows)

    assert (tally.lost, tally.doubled) == (lost, 0)
    assert "1 × letters unsure" in told([tally])


def test_more_than_one_unsure_letter_is_more_than_a_kill_explains():
    rows = {"channels_letter": 2, "voice_interaction": 0}

    assert weighed(prepared(rows, _Book(), 2), letters={"a": "unsure", "b": "unsure"}, rows=rows).lost == 1
