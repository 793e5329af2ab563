"""Forms of plans. People offered as responsible are those who may talk to the client."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from vernost.clients.models import Client, Contact, ServiceLine
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.office.clients.forms import choices_of
from vernost.office.shell.wrong import say_wrong
from vernost.programmes.enums import ActionKind, AimKind, Counted
from vernost.programmes.measures.measure import measure_of, measures_of_one
from vernost.programmes.plan_faults import wrong_in_kpi, wrong_in_plan, wrong_person
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField

_MOST_AIMS = 500


def _text(label: Any, *, required: bool = True, rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea(attrs={"rows": rows}))


def _person(label: Any) -> "forms.ModelChoiceField[User]":
    people = people_at_work()
    return forms.ModelChoiceField(label=label, queryset=people)


class OfClient(forms.Form):
    """A form about one client, whose people must be able to talk to it."""

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.client = client


class PlanForm(OfClient):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    responsible = _person(gettext_lazy("Responsible"))
    since_on = DayField(gettext_lazy("Begins"))
    until_on = DayField(gettext_lazy("Ends"))
    review_on = DayField(gettext_lazy("Next review"))
    risks = _text(gettext_lazy("Risks"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        say_wrong(self, wrong_in_plan(data, self.client))
        return data


class AimForm(forms.Form):
    text = LongLineField(label=gettext_lazy("Aim"), max_length=_MOST_AIMS)
    kind = forms.ChoiceField(label=gettext_lazy("About"), choices=AimKind)


class ChangeAimForm(forms.Form):
    """Without a text the aim is given up."""

    text = LongLineField(
        label=gettext_lazy("Aim from now on"),
        help_text=gettext_lazy("Empty: the aim is given up."),
        max_length=_MOST_AIMS,
        required=False,
    )
    why = LongLineField(label=gettext_lazy("Why it changes"), max_length=300)


class KpiForm(forms.Form):
    measure = forms.ChoiceField(label=gettext_lazy("What is counted"))
    line = forms.ModelChoiceField(
        label=gettext_lazy("Service line"),
        queryset=ServiceLine.objects.order_by("name"),
        required=False,
        help_text=gettext_lazy("For orders of a service line."),
    )
    counted = forms.TypedChoiceField(
        label=gettext_lazy("Counted over"), choices=Counted, coerce=int, initial=Counted.YEAR
    )
    target = forms.DecimalField(label=gettext_lazy("Target"), max_digits=18, decimal_places=2)

    def __init__(self, *args: Any, money: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measure"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (one.code, f"{one.name} ({one.unit.label})")
                for one in measures_of_one()
                if money or one.unit != "money"
            ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        code = data.get("measure")
        say_wrong(self, wrong_in_kpi(data))
        if code and not measure_of(code).asks_line:
            data["line"] = None
        return data


class TargetForm(forms.Form):
    target = forms.DecimalField(label=gettext_lazy("Target"), max_digits=18, decimal_places=2)


class ActionForm(OfClient):
    what = LongLineField(label=gettext_lazy("What to do"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ActionKind)
    person = _person(gettext_lazy("Who does it"))
    contact = forms.ModelChoiceField(
        label=gettext_lazy("With whom"), queryset=Contact.objects.none(), required=False
    )
    due_on = DayField(gettext_lazy("By when"))

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        choices_of(self, "contact").queryset = client.contacts.filter(deleted_at=None).order_by("name")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        say_wrong(self, wrong_person("person", data.get("person"), self.client))
        return data


class DropForm(forms.Form):
    why = LongLineField(label=gettext_lazy("Why not"), max_length=300)


class ReviewForm(forms.Form):
    reached = _text(gettext_lazy("What was reached"))
    decided = _text(gettext_lazy("What was decided"))
    next_on = DayField(gettext_lazy("Next review"), required=False)


class FinishForm(forms.Form):
    outcome = _text(gettext_lazy("What came of it"), rows=2)
