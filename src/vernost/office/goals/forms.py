from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Segment
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import Team, User
from vernost.core.queries.user import people_at_work
from vernost.office.clients.forms import choices_of
from vernost.office.shell.wrong import say_wrong
from vernost.programmes.enums import GoalScope
from vernost.programmes.goal_faults import tidied_goal, wrong_in_goal, wrong_in_note
from vernost.programmes.measures.measure import Better, measures
from vernost.ui.day_input import DayField
from vernost.ui.long_line import LongLineField


class GoalForm(forms.Form):
    """A head of sales sets goals of his team and its people alone."""

    title = LongLineField(label=_("Goal"), max_length=200)
    measure = forms.ChoiceField(label=_("Measured by"))
    scope = forms.ChoiceField(label=_("Whose clients"), choices=GoalScope)
    team = forms.ModelChoiceField(label=_("Team"), queryset=Team.objects.order_by("name"), required=False)
    person = forms.ModelChoiceField(label=_("Person"), queryset=people_at_work(), required=False)
    segment = forms.ModelChoiceField(
        label=_("Segment"), queryset=Segment.objects.order_by("name"), required=False
    )
    better = forms.ChoiceField(label=_("Direction"), choices=Better)
    target = forms.DecimalField(label=_("Where the number is to be"), max_digits=16, decimal_places=2)
    starts_on = DayField(_("Begins"))
    ends_on = DayField(_("Ends"))
    owner = forms.ModelChoiceField(label=_("Who answers for it"), queryset=people_at_work())
    why = forms.CharField(label=_("Why it matters"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user
        self.fields["measure"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (one.code, one.name) for one in measures() if not one.asks_line
        ]
        if scope_of(user, Action.SET_GOAL) is Scope.TEAM:
            self.fields["scope"].choices = [  # type: ignore[attr-defined] # a ChoiceField
                (one.value, one.label) for one in (GoalScope.TEAM, GoalScope.PERSON)
            ]
            choices_of(self, "team").queryset = Team.objects.filter(pk=user.team_id or 0)
            choices_of(self, "person").queryset = people_at_work().filter(team_id=user.team_id or 0)
            del self.fields["segment"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = {"team": None, "person": None, "segment": None} | (super().clean() or {})
        say_wrong(self, wrong_in_goal(data, self._user))
        return tidied_goal(data)


class NoteForm(forms.Form):
    use_required_attribute = False

    text = forms.CharField(label=_("What was seen or decided"), widget=forms.Textarea(attrs={"rows": 3}))
    is_decision = forms.BooleanField(label=_("This is a decision"), required=False)
    link = forms.CharField(
        label=_("Where it is done"),
        max_length=300,
        required=False,
        help_text=_("The address of a page here, for instance /ideas/3/."),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        say_wrong(self, wrong_in_note(data))
        return data


class CloseGoalForm(forms.Form):
    use_required_attribute = False

    conclusion = forms.CharField(
        label=_("Conclusion: why so, and what follows"), widget=forms.Textarea(attrs={"rows": 4})
    )
