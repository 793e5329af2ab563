"""What is refused, and how it is said: one shape for every error (RFC 9457)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja.responses import Response
from pydantic import BaseModel, Field

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MEDIA_TYPE = "application/problem+json"


class Wrong(BaseModel):
    """One thing that is wrong with what was sent."""

    where: str = Field(description="Where it stands: `body.name`, `query.limit`, `path.client_id`.")
    what: str
    stands: Any = Field(
        default=None, description="What stands there now, when somebody has changed it meanwhile."
    )


class Problem(BaseModel):
    """What happened, where, that nothing was lost, what to do; in the language of `Accept-Language`."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str = Field(description="For programs; it does not depend on the language.")
    errors: list[Wrong] = []


class Code(StrEnum):
    """Every refusal."""

    NOT_JSON = "not_json"
    NO_TOKEN = "no_token"  # noqa: S105 (the name of a refusal)
    SCOPE_MISSING = "scope_missing"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    NO_SUCH_METHOD = "no_such_method"
    CHANGED_MEANWHILE = "changed_meanwhile"
    IMPOSSIBLE = "impossible"
    REFUSED_BY_POLICY = "refused_by_policy"
    CLOSED = "closed"
    TOO_LARGE = "too_large"
    WRONG_VALUES = "wrong_values"
    TOO_OFTEN = "too_often"
    BROKEN = "broken"

    @property
    def status(self) -> int:
        return _SAID[self][0]

    @property
    def heading(self) -> str:
        return str(_SAID[self][1])

    @property
    def detail(self) -> str:
        return str(_SAID[self][2])


# Status, title, and what to do about it.
_SAID: dict[Code, tuple[int, "_StrPromise", "_StrPromise"]] = {
    Code.NOT_JSON: (
        400,
        _("Not understood"),
        _(
            "The body is not JSON, or the address cannot be read. Nothing was changed. Send what the document of "
            "operations describes."
        ),
    ),
    Code.NO_TOKEN: (
        401,
        _("No valid token"),
        _(
            "The token is missing, unknown, shut or past its day, or its owner was switched off. Nothing was changed. "
            "Send “Authorization: Bearer …” with a token from the owner's page of tokens."
        ),
    ),
    Code.SCOPE_MISSING: (
        403,
        _("The token is not for this"),
        _("This needs a token with the scope {scope}. Nothing was changed. Make another token."),
    ),
    Code.NOT_ALLOWED: (
        403,
        _("Not allowed"),
        _(
            "The role of the token's owner does not allow this. Nothing was changed. Ask a director if you need it."
        ),
    ),
    Code.NOT_FOUND: (
        404,
        _("Not found"),
        _("There is no such thing, or the token's owner does not see it. Nothing was changed."),
    ),
    Code.NO_SUCH_METHOD: (
        405,
        _("No such operation"),
        _("This address does not know this method. Nothing was changed. See the header “Allow”."),
    ),
    Code.CHANGED_MEANWHILE: (
        409,
        _("Changed meanwhile"),
        _(
            "Another value stands there than the one that you saw. Nothing was changed. Look at what stands there now "
            "and decide."
        ),
    ),
    Code.IMPOSSIBLE: (
        409,
        _("This cannot be"),
        _(
            "It contradicts what is kept already: perhaps the number or code is taken. Nothing was changed. Send "
            "another value."
        ),
    ),
    Code.REFUSED_BY_POLICY: (
        409,
        _("The policy speaks against it"),
        _("Nothing was changed. Who may decide on exceptions sends the reason as “why”."),
    ),
    Code.CLOSED: (
        409,
        _("Closed already"),
        _("Somebody has closed it meanwhile. Nothing was changed. Ask for what is open now."),
    ),
    Code.TOO_LARGE: (
        413,
        _("Too large"),
        _("The body is larger than is read. Nothing was changed. Send less at once."),
    ),
    Code.WRONG_VALUES: (
        422,
        _("Some values are wrong"),
        _("Nothing was changed. Mend what “errors” names and send again."),
    ),
    Code.TOO_OFTEN: (
        429,
        _("Too often"),
        _(
            "This token may ask {limit} times a minute. Nothing was changed. Wait as long as “Retry-After” says."
        ),
    ),
    Code.BROKEN: (
        500,
        _("Something broke"),
        _(
            "Something broke on our side; what was kept before is safe. Try again; if it happens again, tell who runs "
            "the program the number in “X-Request-Id”."
        ),
    ),
}


class Refusal(Exception):
    """Nothing was changed. `said` fills the places of the code's sentence."""

    def __init__(self, code: Code, *, errors: Sequence[Wrong] = (), **said: object) -> None:
        super().__init__(code.name)
        self.code, self.errors, self.said = code, tuple(errors), said


def wrong(where: str, what: str) -> Refusal:
    """A value that has the right form and cannot be."""
    return Refusal(Code.WRONG_VALUES, errors=[Wrong(where=where, what=what)])


def problem(refusal: Refusal) -> HttpResponse:
    code = refusal.code
    said = Problem(
        title=code.heading,
        status=code.status,
        detail=code.detail.format(**refusal.said),
        code=code.value,
        errors=list(refusal.errors),
    )
    return Response(said.model_dump(), status=code.status, content_type=MEDIA_TYPE)
