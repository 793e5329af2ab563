"""Forms that mend what was written down of a client: each field is a column of the record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.office.dealings.forms import InvoiceForm, PaymentForm
from vernost.office.shell.wrong import say_wrong
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField
from vernost.voice.enums import ActKind, Channel, Direction, InteractionKind, Measure, Mood, Outcome
from vernost.voice.faults import wrong_in_complaint, wrong_in_rating
from vernost.voice.models import Interaction

_YES_NO = [("", _("not known")), ("True", _("yes")), ("False", _("no"))]
_UNKNOWN = ("", _("unknown"))


def _text(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 3}))


def _said(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=_YES_NO, coerce=lambda text: text == "True", empty_value=None, required=False
    )


class MendInvoice(InvoiceForm):
    paid_on = DayField(_("Paid in full on"), required=False)


class MendPayment(PaymentForm):
    """Any invoice of the client, paid or not."""

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        field = self.fields["invoice"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = client.invoices.filter(deleted_at=None).order_by("-due_on", "-pk")


class MendComplaint(forms.Form):
    opened_on = DayField(_("Opened"))
    closed_on = DayField(_("Closed"), required=False)
    subject = LongLineField(label=_("Subject"), max_length=500, required=False)
    justified = _said(_("Decided for the client"))
    satisfied_after = _said(_("Content with the answer"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        say_wrong(self, wrong_in_complaint(data))
        return data


class MendRating(forms.Form):
    rated_on = DayField(_("Day"))
    measure = forms.ChoiceField(label=_("Measure"), choices=Measure)
    value = forms.DecimalField(label=_("Mark"), min_value=0, max_value=10, decimal_places=2)
    note = _text(_("In his own words"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        say_wrong(self, wrong_in_rating(data))
        return data


class MendAct(forms.Form):
    happened_on = DayField(_("Day"))
    kind = forms.ChoiceField(label=_("What the client did"), choices=ActKind)
    note = _text(_("Note"))


class MendInteraction(forms.Form):
    day = DayField(_("Day"))
    kind = forms.CharField(label=_("What"), max_length=30)
    direction = forms.ChoiceField(label=_("Who began"), choices=Direction)
    channel = forms.ChoiceField(label=_("Channel"), choices=[_UNKNOWN, *Channel.choices], required=False)
    mood = forms.TypedChoiceField(
        label=_("Mood"), choices=[_UNKNOWN, *Mood.choices], coerce=int, empty_value=None, required=False
    )
    outcome = forms.ChoiceField(label=_("Reaction"), choices=[_UNKNOWN, *Outcome.choices], required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440, required=False)
    free_of_charge = forms.BooleanField(label=_("Work for nothing"), required=False)
    note = _text(_("In a line"))

    def __init__(self, *args: Any, record: Interaction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: dict[str, Any] = dict(InteractionKind.choices)
        # A kind of the company's own, from an import, stays to be chosen.
        kinds.setdefault(record.kind, record.kind)
        self.fields["kind"] = forms.ChoiceField(label=_("What"), choices=list(kinds.items()))
        self.order_fields(["day", "kind"])
