from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.assessment.actions.contact import SIGNAL_OF_ACT
from vernost.clients.actions.client import MassFields
from vernost.clients.enums import ClientKind
from vernost.clients.models import Client, Segment
from vernost.core.models import User
from vernost.core.queries.user import owners_for
from vernost.ui.day_input import DayField
from vernost.voice.enums import ActKind, Channel, Direction, InteractionKind, Mood, Outcome

_LONG = ("peculiarities", "why_us", "likes", "dislikes", "expects", "why_not_all")


def choices_of(form: forms.Form, name: str) -> "forms.ModelChoiceField[Any]":
    """The field `name`, whose rows a form sets when it knows the person."""
    found = form.fields[name]
    if not isinstance(found, forms.ModelChoiceField):
        raise TypeError(f"{name} chooses no records")
    return found


class ClientForm(forms.Form):
    """Everything a person writes of a client. `owner` offers those to whom `user` may give it; a client that has one
    passes to another by a hand-over.
    """

    name = forms.CharField(label=_("Name"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=ClientKind)
    code = forms.CharField(label=_("External code"), max_length=100, required=False)
    tax_id = forms.CharField(label=_("Tax id"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=50, required=False)
    industry = forms.CharField(label=_("Industry"), max_length=200, required=False)
    founded_on = DayField(_("Founded"), required=False)
    since_on = DayField(_("Client since"), required=False)
    segment = forms.ModelChoiceField(label=_("Segment"), queryset=Segment.objects.none(), required=False)
    owner = forms.ModelChoiceField(label=_("Owner"), queryset=User.objects.none(), required=False)
    strategic = forms.BooleanField(label=_("Key (strategic) client"), required=False)
    promising = forms.BooleanField(label=_("Promising"), required=False)
    compelled = forms.BooleanField(label=_("Stays by compulsion"), required=False)
    business_stability = forms.IntegerField(
        label=_("Stability of the business, 1–5"), min_value=1, max_value=5, required=False
    )
    values_fit = forms.IntegerField(
        label=_("Likeness of values, 1–5"), min_value=1, max_value=5, required=False
    )
    peculiarities = forms.CharField(label=_("Peculiarities"), required=False)
    why_us = forms.CharField(label=_("Why they buy from us"), required=False)
    likes = forms.CharField(label=_("What they like"), required=False)
    dislikes = forms.CharField(label=_("What they dislike"), required=False)
    expects = forms.CharField(label=_("What they expect"), required=False)
    why_not_all = forms.CharField(label=_("Why they do not buy everything from us"), required=False)

    def __init__(self, *args: Any, user: User, client: Client | None = None, **kwargs: Any) -> None:
        if client is not None:
            kwargs["initial"] = {name: getattr(client, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        self.client = client
        choices_of(self, "segment").queryset = Segment.objects.order_by("name")
        if client is not None and client.owner_id is not None:
            del self.fields["owner"]
        else:
            owners = choices_of(self, "owner")
            owners.queryset = owners_for(user).order_by("name")
            owners.required = client is None
        for name in _LONG:
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3})

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].strip()
        others = Client.objects.filter(code=code, deleted_at=None)
        if self.client:
            others = others.exclude(pk=self.client.pk)
        if code and others.exists():
            raise forms.ValidationError(_("Another client has this code."))
        return code


class LogContact(forms.Form):
    """A contact in ten seconds: only the kind is needed."""

    kind = forms.ChoiceField(
        label=_("What"), choices=InteractionKind, widget=forms.RadioSelect, initial=InteractionKind.CALL
    )
    direction = forms.ChoiceField(
        label=_("Who began"), choices=Direction, widget=forms.RadioSelect, initial=Direction.OUT
    )
    mood = forms.TypedChoiceField(
        label=_("Mood"),
        choices=[("", _("unknown")), *Mood.choices],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("In a line"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    acts = forms.TypedMultipleChoiceField(
        label=_("Noticed"),
        choices=[(kind.value, kind.label) for kind in SIGNAL_OF_ACT],
        coerce=ActKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440, required=False)
    free_of_charge = forms.BooleanField(label=_("Work for nothing"), required=False)
    outcome = forms.ChoiceField(
        label=_("Reaction"), choices=[("", _("unknown")), *Outcome.choices], required=False
    )
    channel = forms.ChoiceField(
        label=_("Channel"), choices=[("", _("unknown")), *Channel.choices], required=False
    )
    happened_on = DayField(_("Day, if not today"), required=False)


_LEAVE = ("", _("leave as it is"))
_YES_OR_NO = [_LEAVE, ("yes", _("yes")), ("no", _("no"))]


class MassEdit(forms.Form):
    """What to write of all marked clients; what is left empty stays as it is with each."""

    segment = forms.ChoiceField(label=_("Segment"), required=False)
    industry = forms.CharField(label=_("Industry"), max_length=200, required=False)
    strategic = forms.ChoiceField(label=_("Key (strategic) client"), choices=_YES_OR_NO, required=False)
    promising = forms.ChoiceField(label=_("Promising"), choices=_YES_OR_NO, required=False)

    def __init__(self, *args: Any, segments: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "mass_%s"} | kwargs))
        segment = self.fields["segment"]
        if isinstance(segment, forms.ChoiceField):
            segment.choices = [_LEAVE, ("none", _("none")), *segments]

    def values(self) -> MassFields:
        """Only what is to be written."""
        given: MassFields = {}
        data = self.cleaned_data
        if data["segment"]:
            given["segment"] = None if data["segment"] == "none" else Segment.objects.get(pk=data["segment"])
        if data["industry"]:
            given["industry"] = data["industry"]
        if data["strategic"]:
            given["strategic"] = data["strategic"] == "yes"
        if data["promising"]:
            given["promising"] = data["promising"] == "yes"
        return given
