"""The columns of the stored judgement are the engine's, no more and no fewer."""

from vernost.assessment.models import ClientAssessment
from vernost.engine.tables.outputs import CLIENTS_OUT


def test_a_judgement_has_the_columns_of_the_engine():
    columns = {field.attname for field in ClientAssessment._meta.concrete_fields}

    assert columns - {"run_id"} == set(CLIENTS_OUT.names)
