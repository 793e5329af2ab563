"""The person's own page: password, second factor, keys, where he is logged in."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.digest import choose_digest
from vernost.care.queries.digest import wants_digest
from vernost.core.access import Action
from vernost.core.actions import access
from vernost.core.actions.person import choose_password
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.login.sessions import sessions_of
from vernost.office.settings.invitation import ChoosePassword
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_GET
def me(request: Request) -> HttpResponse:
    factors = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    codes = next((one for one in factors if one.type == Authenticator.Type.RECOVERY_CODES), None)
    context: dict[str, Any] = {
        "app": next((one for one in factors if one.type == Authenticator.Type.TOTP), None),
        "keys": [one.wrap() for one in factors if one.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(RecoveryCodes(codes).get_unused_codes()) if codes else 0,
        "is_protected": any(one is not codes for one in factors),
        "digest": wants_digest(request.user),
        "sessions": sessions_of(request.user, current=request.session.session_key),
    }
    return render(request, "office/login/me.html", context)


@require_POST
def digest(request: Request) -> HttpResponse:
    """Whether the day's digest comes by mail."""
    wanted = request.POST.get("wanted") == "yes"
    choose_digest(person=request.user, wanted=wanted, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("The digest comes by mail.") if wanted else _("No digest comes any more."))
    return redirect("me")


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password")
@reauthentication_required
def change_password(request: Request) -> HttpResponse:
    """Who he is was proved a moment ago; his other sessions end."""
    form = ChoosePassword(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        choose_password(person=request.user, password=form.cleaned_data["password"], at=now(), face=Face.WEB)
        update_session_auth_hash(request, request.user)
        toast(request, _("The new password holds. Elsewhere you are logged out."))
        return redirect("me")
    context = {"form": form, "title": _("New password"), "back": reverse("me")}
    return render(request, "office/shell/form.html", context)


@require_POST
@demand(Action.MANAGE_PEOPLE)
def forget_factors(request: Request, pk: int) -> HttpResponse:
    """For who has lost his telephone: the password alone lets him in until he adds a factor again."""
    person = get_object_or_404(User, pk=pk)
    access.forget_factors(person=person, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("%(name)s comes in with the password alone now.") % {"name": person.name})
    return redirect("person", pk)


@require_GET
@login_not_required
def switched_off(request: HttpRequest) -> HttpResponse:
    return render(request, "office/login/refused.html", {"reason": "switched_off"}, status=403)


@require_http_methods(["GET", "POST"])
@login_not_required
def nobody_of_ours(request: HttpRequest) -> HttpResponse:
    """The provider knows him, the list of people does not."""
    return render(request, "office/login/refused.html", {"reason": "unknown"}, status=403)
