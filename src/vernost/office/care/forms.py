"""Forms of the standard and its limits."""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from babel import Locale
from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vernost.assessment.wording.judgement import GROUPS, LOYALTY, STAGES
from vernost.care.days.feast import FEASTS
from vernost.care.days.profession import PROFESSIONS
from vernost.care.days.working import countries
from vernost.care.enums import OwnDay, Purpose, Responsible, Unit
from vernost.care.models import CareSettings, Rule
from vernost.care.rule_faults import tidied_rule, wrong_in_rule
from vernost.clients.enums import ContactLevel
from vernost.core.enums import Role
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.office.shell.wrong import say_wrong
from vernost.voice.enums import Channel, InteractionKind

_FIELDS = (
    "name", "kind", "channel", "purpose", "times", "every", "unit", "occasion", "fixed_month", "fixed_day",
    "ahead_days", "late_days", "responsible", "role", "person", "note", "groups", "stages", "loyalties",
    "contact_levels", "is_on", "position",
)  # fmt: skip


def _many(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


class RuleForm(forms.Form):
    """One line of the standard: either a period or an occasion."""

    name = forms.CharField(label=gettext_lazy("What"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=InteractionKind)
    purpose = forms.ChoiceField(label=gettext_lazy("To what purpose"), choices=Purpose)
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=Channel)
    times = forms.IntegerField(label=gettext_lazy("Times"), min_value=1, max_value=99, required=False)
    every = forms.IntegerField(label=gettext_lazy("in every"), min_value=1, max_value=99, required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), choices=[("", "–"), *Unit.choices], required=False)
    occasion = forms.ChoiceField(label=gettext_lazy("Or on an occasion"), required=False)
    fixed_month = forms.IntegerField(
        label=gettext_lazy("Own day: month"), min_value=1, max_value=12, required=False
    )
    fixed_day = forms.IntegerField(
        label=gettext_lazy("Own day: day"), min_value=1, max_value=31, required=False
    )
    ahead_days = forms.IntegerField(
        label=gettext_lazy("Days before the occasion"), min_value=0, max_value=60, initial=0
    )
    late_days = forms.IntegerField(
        label=gettext_lazy("Days from the ideal to the latest day"), min_value=0, max_value=90, initial=7
    )
    responsible = forms.ChoiceField(label=gettext_lazy("Who"), choices=Responsible)
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=[("", "–"), *Role.choices], required=False)
    person = forms.ModelChoiceField(
        label=gettext_lazy("Person"),
        queryset=people_at_work(),
        required=False,
        empty_label="–",
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    groups = _many(gettext_lazy("Groups (none: all)"))
    stages = _many(gettext_lazy("Stages (none: all but former clients)"))
    loyalties = _many(gettext_lazy("Levels of loyalty (none: all)"))
    contact_levels = _many(gettext_lazy("Whom at the client's (none: who decides)"))
    position = forms.IntegerField(label=gettext_lazy("Place in the order"), min_value=0, max_value=999)
    is_on = forms.BooleanField(label=gettext_lazy("On"), required=False)

    def __init__(self, *args: Any, rule: Rule | None = None, place: int = 1, **kwargs: Any) -> None:
        initial = (
            {name: getattr(rule, name) for name in _FIELDS} if rule else {"position": place, "is_on": True}
        )
        super().__init__(*args, **({"initial": initial} | kwargs))
        choices: dict[str, list[tuple[str, str]]] = {
            "groups": [(code, _(name)) for code, name in GROUPS.items()],
            "stages": [(code, _(name)) for code, name in STAGES.items()],
            "loyalties": [(code, _(name)) for code, name in LOYALTY.items()],
            "contact_levels": [(one.value, str(one.label)) for one in ContactLevel],
            "occasion": [("", "–"), *_occasions()],
        }
        for name, options in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = options

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        say_wrong(self, wrong_in_rule(data))
        return tidied_rule(data)


def _occasions() -> list[tuple[str, str]]:
    own = [(one.value, str(one.label)) for one in OwnDay]
    feasts = [(one.code, str(one.name)) for one in (*FEASTS, *PROFESSIONS)]
    return [*own, *feasts]


class LimitsForm(forms.Form):
    cap_touches = forms.IntegerField(
        label=gettext_lazy("A client hears from us at most, times"), min_value=1, max_value=99
    )
    cap_days = forms.IntegerField(label=gettext_lazy("within so many days"), min_value=1, max_value=366)
    former_per_year = forms.IntegerField(
        label=gettext_lazy("A former client, times a year"), min_value=0, max_value=12
    )
    weekly_capacity = forms.IntegerField(
        label=gettext_lazy("Touches that a person makes in a week"), min_value=1, max_value=1000
    )
    horizon_days = forms.IntegerField(label=gettext_lazy("Planned ahead, days"), min_value=14, max_value=366)
    country = forms.ChoiceField(label=gettext_lazy("Public holidays of"))

    def __init__(
        self,
        *args: Any,
        settings: CareSettings,
        people: list[User],
        own: Mapping[int, int | None],
        **kwargs: Any,
    ) -> None:
        """`own` are the numbers of touches of single people; a field without one is as everybody."""
        initial = {name: getattr(settings, name) for name in self.base_fields}
        super().__init__(*args, **({"initial": initial} | kwargs))
        field = self.fields["country"]
        if isinstance(field, forms.ChoiceField):
            names = Locale.parse(get_language() or "en", sep="-").territories
            field.choices = sorted(((code, names.get(code, code)) for code in countries()), key=itemgetter(1))
        for person in people:
            self.fields[capacity_field(person)] = forms.IntegerField(
                label=person.name, min_value=0, max_value=1000, required=False, initial=own.get(person.pk)
            )

    @property
    def limits(self) -> list[forms.BoundField]:
        return [self[name] for name in self.base_fields]

    @property
    def capacities(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.base_fields]


def capacity_field(person: User) -> str:
    return f"person_{person.pk}"
