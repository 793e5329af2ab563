"""The company's own policies over the shipped ones."""

from decimal import Decimal

from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.policy import change_policy, ship_policy
from vernost.assessment.queries.policy import SHIPPED, policies, policy_of
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.queries.audit import history_of


def test_every_group_has_a_shipped_policy(db):
    assert {group: policy.discount_percent for group, policy in policies().items()} == {
        "reward": Decimal(10), "manage": Decimal(5), "discipline": Decimal(0), "fire": Decimal(0),
    }  # fmt: skip


def test_change_keeps_the_other_terms_and_its_history(director):
    stamp = {"by": director, "at": AT, "face": Face.WEB}
    change_policy(group="reward", since_on=TODAY, discount_percent=Decimal(12), **stamp)
    change_policy(group="reward", since_on=TODAY, response_hours=2, **stamp)

    own = policy_of("reward")
    assert (own.discount_percent, own.response_hours) == (Decimal(12), 2)
    assert own.payment_days == SHIPPED["reward"]["payment_days"]
    assert [entry.changes.get("response_hours") for entry in history_of(own)] == [[4, 2], [None, 4]]


def test_undo_of_the_first_change_brings_the_shipped_one_back(director):
    change_policy(
        group="fire", since_on=TODAY, discount_percent=Decimal(1), run="r", by=director, at=AT, face=Face.WEB
    )

    undo_run(run="r", by=director, at=AT, face=Face.WEB)

    assert policy_of("fire").discount_percent == Decimal(0)


def test_own_policy_is_given_up_and_written_anew(director):
    stamp = {"by": director, "at": AT, "face": Face.WEB}
    own = change_policy(group="fire", since_on=TODAY, extras=3, **stamp)
    ship_policy(policy=own, **stamp)

    assert policy_of("fire").extras == 0
    assert change_policy(group="fire", since_on=TODAY, extras=1, **stamp).extras == 1
