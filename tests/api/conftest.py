"""A program in tests: it comes with a token of somebody."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client as Browser

from vernost.core.actions.api_token import issue_api_token
from vernost.core.clock import now
from vernost.core.enums import Face, TokenScope
from vernost.core.models import User

type Program = Browser


@pytest.fixture
def program_of() -> Callable[..., Program]:
    """A program of a person: `program_of(anna)` with every scope, or `program_of(anna, "clients:read")`."""

    def make(person: User, *scopes: str, language: str = "en") -> Program:
        _token, secret = issue_api_token(
            owner=person,
            name="Program",
            scopes=[TokenScope(one) for one in scopes] or list(TokenScope),
            expires_at=now() + timedelta(days=1),
            by=person,
            at=now(),
            face=Face.WEB,
        )
        headers = {"Authorization": f"Bearer {secret}", "Accept-Language": language}
        return Browser(headers=headers, raise_request_exception=False)

    return make
