"""A link with which a person chooses a password; nothing is sent, whoever invites hands it over."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib.auth import login as log_in
from django.contrib.auth import password_validation
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vernost.core.actions.person import choose_password
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User


def invitation_for(request: HttpRequest, person: User) -> str:
    """Good for three days and until the password is chosen or the person logs in."""
    address = reverse("accept_invitation", args=[person.pk, default_token_generator.make_token(person)])
    return request.build_absolute_uri(address)


class ChoosePassword(forms.Form):
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least ten characters."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self._person)
        return password


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    person = User.objects.filter(pk=pk, is_active=True).first()
    if person is None or not default_token_generator.check_token(person, token):
        return render(request, "office/settings/invitation.html", {"form": None}, status=410)
    form = ChoosePassword(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        choose_password(person=person, password=form.cleaned_data["password"], at=now(), face=Face.WEB)
        if is_mfa_enabled(person):
            # The link proves less than the second factor does.
            return redirect("login")
        log_in(request, person)
        return redirect("today")
    return render(request, "office/settings/invitation.html", {"form": form, "person": person})
