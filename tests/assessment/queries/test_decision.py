import pytest

from tests.factories.assessments import make_assessment
from tests.factories.moments import TODAY
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.queries.decision import (
    questions_answerable_by,
    questions_visible_to,
    right_to_decide,
)
from vernost.core.access import Action


@pytest.mark.parametrize(
    ("subject", "values", "right"),
    [
        ("group", ("manage",), Action.DECIDE),
        ("group", ("discipline", "manage"), Action.DECIDE),
        ("group", ("reward",), Action.DECIDE_REWARD_AND_FIRE),
        # Whoever may not fire may not take back a firing either.
        ("group", ("manage", "fire"), Action.DECIDE_REWARD_AND_FIRE),
        ("stage", ("lost",), Action.DECIDE),
        ("loyalty", ("partnership",), Action.DECIDE),
    ],
)
def test_right_depends_on_what_is_decided(subject, values, right):
    assert right_to_decide(subject, *values) == right


def test_manager_answers_for_his_clients_and_only_a_head_for_fire(
    client_one, client_two, anna, boris, director
):
    make_assessment(client_one, group="discipline")
    make_assessment(client_two, group="fire")
    bring_in_force(today=TODAY)

    def clients(questions):
        return set(questions.values_list("client__name", flat=True))

    assert clients(questions_visible_to(anna)) == {"Client One"}
    assert clients(questions_answerable_by(anna)) == {"Client One"}
    assert clients(questions_answerable_by(boris)) == {"Client One"}
    assert clients(questions_answerable_by(client_two.owner)) == set()
    assert clients(questions_answerable_by(director)) == {"Client One", "Client Two"}
