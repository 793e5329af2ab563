"""The columns of the stored judgement are the engine's, and beside each that a person may decide, what is in force."""

from vernost.assessment.models import ClientAssessment
from vernost.engine.tables.outputs import CLIENTS_OUT


def test_a_judgement_has_the_columns_of_the_engine():
    columns = {field.attname for field in ClientAssessment._meta.concrete_fields}

    decided = {"group_in_force", "stage_in_force", "loyalty_in_force"}
    assert columns - {"run_id"} - decided == set(CLIENTS_OUT.names)
