"""Everybody's tokens of programs, and shutting one that is not one's own: its owner is away, or it has become known."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.core.access import Action
from vernost.core.actions.api_token import revoke_api_token
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import ApiToken
from vernost.core.queries.api_token import api_tokens
from vernost.office.login.tokens import scopes_in_words
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.MANAGE_PEOPLE)
def tokens_of_all(request: Request) -> HttpResponse:
    tokens = [(one, scopes_in_words(one)) for one in api_tokens(at=now())]
    return render(request, "office/settings/tokens.html", {"tokens": tokens})


@require_POST
@demand(Action.MANAGE_PEOPLE)
def revoke_token_of(request: Request, pk: int) -> HttpResponse:
    token = get_object_or_404(ApiToken.objects.select_related("owner"), pk=pk)
    revoke_api_token(token=token, by=request.user, at=now(), face=Face.WEB)
    said = {"name": token.name, "owner": token.owner.name}
    toast(request, _("“%(name)s” of %(owner)s opens nothing any more.") % said)
    return redirect("tokens_of_all")
