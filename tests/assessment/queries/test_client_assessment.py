"""The largest come first on both databases; of whom no sum is known come last."""

from tests.factories.assessments import make_assessment, make_run
from tests.factories.clients import make_client
from tests.factories.moments import TODAY
from vernost.assessment.queries.client_assessment import largest
from vernost.assessment.queries.dependence import dependences


def _names(rows):
    return [row.client.name for row in rows]


def _company(owner):
    run = make_run(as_of=TODAY)
    for name, revenue, share in (("Small", 10, 0.1), ("New", None, None), ("Large", 90, 0.9)):
        make_assessment(make_client(name, owner=owner), run, revenue_window=revenue, share=share)
    return run


def test_largest(director, anna):
    _company(anna)

    assert _names(largest(director, 2)) == ["Large", "Small"]
    assert _names(largest(director, 3)) == ["Large", "Small", "New"]


def test_dependence_looks_at_the_largest(director, anna, monkeypatch):
    monkeypatch.setattr("vernost.assessment.queries.dependence._LARGEST", 1)
    run = _company(anna)
    run.company = {"totals": {"net_contribution_window": 100}}

    assert _names(dependences(director, run, limit=0.95, everybody=True)) == ["Large"]
