"""The page on which the first director is made, and the login that leads there while there is nobody."""

from typing import Any

from allauth.account.views import LoginView
from django import forms
from django.conf import settings
from django.contrib.auth import login as log_in
from django.contrib.auth import password_validation
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vernost.core.actions.set_up import AlreadySetUp, set_up_installation
from vernost.core.clock import now
from vernost.core.enums import Face, Language
from vernost.core.models import User
from vernost.core.setup_token import forget_token, is_right


class FirstRun(forms.Form):
    """The company and its first director; `token` is the one printed in the terminal."""

    token = forms.CharField(
        label=_("Code from the terminal"),
        help_text=_(
            "`vernost run` has printed it when it started. It is asked for so that no stranger is first."
        ),
    )
    company_name = forms.CharField(label=_("Name of the company"), max_length=200)
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3, initial="RUB")
    language = forms.ChoiceField(label=_("Language"), choices=Language)
    name = forms.CharField(label=_("Your name"), max_length=200)
    email = forms.EmailField(label=_("E-mail"))
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least ten characters."),
    )

    def clean_token(self) -> str:
        token: str = self.cleaned_data["token"].strip()
        if not is_right(token, settings.VERNOST_DATA):
            raise forms.ValidationError(
                _("This is not the code that was printed last. Start `vernost run` again for a new one.")
            )
        return token

    def clean_currency(self) -> str:
        currency: str = self.cleaned_data["currency"].upper()
        if not (currency.isascii() and currency.isalpha()):
            raise forms.ValidationError(_("Three letters, as RUB or EUR."))
        return currency

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


@login_not_required
@sensitive_post_parameters("password", "token")
@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    if User.objects.exists():
        raise Http404
    language = "ru" if (get_language() or "").startswith("ru") else "en"
    form = FirstRun(
        request.POST or None, initial={"token": request.GET.get("token", ""), "language": language}
    )
    if request.method == "POST" and form.is_valid():
        fields: dict[str, Any] = {key: form.cleaned_data[key] for key in form.fields if key != "token"}
        fields["language"] = Language(fields["language"])
        try:
            director = set_up_installation(at=now(), face=Face.WEB, **fields)
        except AlreadySetUp as error:
            raise Http404 from error
        forget_token(settings.VERNOST_DATA)
        log_in(request, director)
        return redirect("today")
    return render(request, "office/login/first_run.html", {"form": form})


@method_decorator(login_not_required, name="dispatch")
class LoginOrFirstRun(LoginView):
    """The login page; while there is nobody who could log in, the page that makes the first director."""

    template_name = "office/login/login.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET" and not User.objects.exists():
            return redirect("first_run")
        return super().dispatch(request, *args, **kwargs)
