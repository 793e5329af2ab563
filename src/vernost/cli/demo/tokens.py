"""A program that is said to come with a token of the demo's director. Nobody has its secret."""

from datetime import timedelta

from vernost.cli.demo.made import Making
from vernost.core.actions.api_token import issue_api_token
from vernost.core.enums import TokenScope

_HOLDS, _MADE = timedelta(days=365), timedelta(days=40)


def make_tokens(making: Making) -> None:
    at = making.at - _MADE
    issue_api_token(
        owner=making.director,
        name=making.words.program,
        scopes=[TokenScope.CLIENTS_READ, TokenScope.MONEY_WRITE],
        expires_at=at + _HOLDS,
        by=making.director,
        at=at,
        face=making.given["face"],
    )
