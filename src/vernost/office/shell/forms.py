from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from vernost.core.enums import Language, Theme


class Login(AuthenticationForm):
    """E-mail in whatever case, and password."""

    username = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autofocus": True, "autocomplete": "username"})
    )

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).lower()


class Looks(forms.Form):
    language = forms.ChoiceField(choices=Language, required=False)
    theme = forms.ChoiceField(choices=Theme, required=False)
    next = forms.CharField(required=False)
