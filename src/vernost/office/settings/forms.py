from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vernost.core.enums import Language, Role
from vernost.core.models import Team, User
from vernost.core.queries.names import is_taken
from vernost.core.queries.user import people_at_work


class PersonForm(forms.Form):
    """One of our people; the password is chosen by himself."""

    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail"))
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    team = forms.ModelChoiceField(label=_("Team"), queryset=Team.objects.order_by("name"), required=False)
    hourly_rate = forms.DecimalField(
        label=_("Cost of an hour"), min_value=0, max_digits=18, decimal_places=2, required=False
    )
    language = forms.ChoiceField(label=_("Language"), choices=Language)

    def __init__(self, *args: Any, person: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person is not None:
            del self.fields["language"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        others = User.objects.filter(email=email)
        if self.person:
            others = others.exclude(pk=self.person.pk)
        if others.exists():
            raise forms.ValidationError(_("Somebody has this e-mail already."))
        return email


class NameForm(forms.Form):
    """A team, a segment or a service line of the kind `model`; `one` is the record that is changed."""

    name = forms.CharField(label=_("Name"), max_length=200)

    def __init__(self, *args: Any, model: type[Model], one: Model | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._model, self._one = model, one

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if is_taken(self._model._default_manager.all(), name, self._one):
            raise forms.ValidationError(_("There is one of this name."))
        return name


class SegmentForm(NameForm):
    owner = forms.ModelChoiceField(label=_("Owner"), queryset=people_at_work(), required=False)
