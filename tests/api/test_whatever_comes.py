"""Every operation is sent what its document allows, and what it does not: nothing breaks, and every answer has the form
that the document promises.
"""

import json
from functools import cache

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.operations import NUMBERS, OTHER_NUMBERS, TABLE
from vernost.api.interface import api

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@cache
def _document():
    plain = json.loads(json.dumps(api.get_openapi_schema()))
    document = schemathesis.openapi.from_dict(plain)
    document.app = get_wsgi_application()
    return document


def test_the_document_is_one_of_openapi_3_1():
    document = _document()

    document.validate()
    assert document.raw_schema["openapi"].startswith("3.1")


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("name", sorted(TABLE))
def test_nothing_breaks(name, mode, program_of, director, client_one, without_limit):
    operation = _document().find_operation_by_id(name)
    if mode is GenerationMode.NEGATIVE and not (
        operation.body or operation.query or operation.path_parameters
    ):
        pytest.skip("takes nothing, so that nothing can be wrong")
    header = program_of(director).defaults["HTTP_AUTHORIZATION"]
    number = OTHER_NUMBERS.get(name)
    real = {
        key: (number or make)(client_one) for key, make in NUMBERS.items() if f"{{{key}}}" in operation.path
    }

    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def tried(case):
        if mode is GenerationMode.POSITIVE:
            case.path_parameters.update(real)
        case.call_and_validate(headers={"Authorization": header, "Accept-Language": "en"}, checks=CHECKS)

    tried()


@pytest.fixture
def without_limit(settings):
    settings.VERNOST_API_LIMIT = 1_000_000
