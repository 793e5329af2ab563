"""How an operation is declared: its area, its right, what it answers. An operation without a right is none."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.utils.translation import gettext as _
from ninja import Router

from vernost.api.shell.http import Request
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.token import Token
from vernost.core.access import Action
from vernost.core.enums import TokenScope

type Operation = Callable[..., Any]


class Operations(Router):
    """The operations of an area. `area` is that of the tokens' scopes: `clients` asks for `clients:read` where it
    reads and for `clients:write` where it changes. The docstring of an operation is its line in the documentation.
    """

    def __init__(self, area: str) -> None:
        super().__init__(tags=[area])
        self.area = area

    def reads(self, path: str, *, right: Action, answer: Any) -> Callable[[Operation], Operation]:
        return self._declare("GET", path, right, HTTPStatus.OK, answer, "read")

    def creates(self, path: str, *, right: Action, answer: Any) -> Callable[[Operation], Operation]:
        return self._declare("POST", path, right, HTTPStatus.CREATED, answer, "write")

    def changes(self, path: str, *, right: Action, answer: Any) -> Callable[[Operation], Operation]:
        return self._declare("PATCH", path, right, HTTPStatus.OK, answer, "write")

    def removes(self, path: str, *, right: Action) -> Callable[[Operation], Operation]:
        return self._declare("DELETE", path, right, HTTPStatus.NO_CONTENT, None, "write")

    def acts(self, path: str, *, right: Action, answer: Any) -> Callable[[Operation], Operation]:
        """What is neither: hand over, restore, finish. `answer` None: nothing is left to show."""
        status = HTTPStatus.NO_CONTENT if answer is None else HTTPStatus.OK
        return self._declare("POST", path, right, status, answer, "write")

    def gives_file(self, path: str, *, right: Action, media_type: str) -> Callable[[Operation], Operation]:
        """What is fetched is no JSON."""
        return self._declare("GET", path, right, HTTPStatus.OK, None, "read", media_type)

    def _declare(
        self,
        method: str,
        path: str,
        right: Action,
        status: int,
        answer: Any,
        reach: str,
        media_type: str = "",
    ) -> Callable[[Operation], Operation]:
        scope = TokenScope(f"{self.area}:{reach}")

        def register(operation: Operation) -> Operation:
            checked = _no_unknown_parameters(operation)
            line = (operation.__doc__ or "").strip().partition("\n")[0]
            return self.api_operation(
                [method],
                path,
                auth=Token(scope, right),
                response={int(status): answer},
                operation_id=operation.__name__,
                summary=line.rstrip("."),
                openapi_extra={"x-scope": scope.value, "x-right": right.value}
                | ({"x-file": media_type} if media_type else {}),
            )(checked)

        return register


def _no_unknown_parameters(operation: Operation) -> Operation:
    """A misspelt filter would show everything: it is refused."""

    @wraps(operation)
    def checked(request: Request, *args: Any, **kwargs: Any) -> Any:
        known = {
            name
            for model in checked._ninja_operation.models  # type: ignore[attr-defined]  # set by the router
            if model.__ninja_param_source__ == "query"
            for name in model.__ninja_flatten_map__
        }
        unknown = [
            Wrong(where=f"query.{name}", what=_("There is no such value here."))
            for name in request.GET
            if name not in known
        ]
        if unknown:
            raise Refusal(Code.WRONG_VALUES, errors=unknown)
        return operation(request, *args, **kwargs)

    return checked
