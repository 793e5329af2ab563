"""A person's tokens for programs: made, shown once, shut."""

from datetime import timedelta
from typing import Any

from allauth.account.decorators import reauthentication_required
from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.core.actions.api_token import issue_api_token, revoke_api_token
from vernost.core.clock import now
from vernost.core.enums import Face, TokenScope
from vernost.core.models import ApiToken
from vernost.core.queries.api_token import api_tokens_of, scopes_of
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

_DAYS = (30, 90, 365)


def _terms() -> list[tuple[int, str]]:
    return [(days, ngettext("%(count)d day", "%(count)d days", days) % {"count": days}) for days in _DAYS]


class TokenForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("For yourself: which program has it."),
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may do"), choices=TokenScope, widget=forms.CheckboxSelectMultiple
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long it holds"),
        choices=_terms,
        coerce=int,
        initial=_DAYS[1],
    )


@require_GET
def tokens(request: Request) -> HttpResponse:
    return _page(request, "")


@require_http_methods(["GET", "POST"])
@reauthentication_required
def new_token(request: Request) -> HttpResponse:
    """Who he is was proved a moment ago. The only answer that shows the token: only its hash is kept."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, now()
        _token, secret = issue_api_token(
            owner=request.user,
            name=given["name"],
            scopes=[TokenScope(one) for one in given["scopes"]],
            expires_at=at + timedelta(days=given["days"]),
            by=request.user,
            at=at,
            face=Face.WEB,
        )
        return _page(request, secret)
    context = {"form": form, "title": _("New token"), "back": reverse("api_tokens")}
    return render(request, "office/shell/form.html", context)


@require_POST
def revoke_token(request: Request, pk: int) -> HttpResponse:
    token = get_object_or_404(ApiToken, pk=pk, owner=request.user)
    revoke_api_token(token=token, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("“%(name)s” opens nothing any more.") % {"name": token.name})
    return redirect("api_tokens")


def _page(request: Request, secret: str) -> HttpResponse:
    living = api_tokens_of(request.user, at=now())
    context: dict[str, Any] = {
        "tokens": [(one, scopes_in_words(one)) for one in living],
        "secret": secret,
        "address": request.build_absolute_uri(reverse("api:openapi-json")),
    }
    response = render(request, "office/login/tokens.html", context)
    if secret:
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
    return response


def scopes_in_words(token: ApiToken) -> list[str]:
    """What it may change it may read: only the wider one is named."""
    held = scopes_of(token)
    return [
        str(one.label) for one in held if one.replace(":read", ":write") not in held or one.endswith(":write")
    ]
