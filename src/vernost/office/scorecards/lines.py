"""Which measures stand on the scorecards: the director's choice."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.scorecard_measure import choose_scorecard
from vernost.programmes.measures.measure import measures
from vernost.programmes.queries.scorecard import chosen_measures
from vernost.programmes.scorecard import SHIPPED
from vernost.programmes.tasks import request_counting


class LinesForm(forms.Form):
    lines = forms.MultipleChoiceField(
        label=gettext_lazy("Measures on the scorecard"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("With none marked the shipped ones hold."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = [  # type: ignore[attr-defined] # a choice field
            (one.code, one.name) for one in measures() if not one.asks_line
        ]


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def lines(request: Request) -> HttpResponse:
    form = LinesForm(request.POST or None, initial={"lines": chosen_measures()})
    if request.method == "POST" and form.is_valid():
        run, chosen = new_run("scorecard"), form.cleaned_data["lines"]
        # The shipped order first, then the others by name.
        in_order = [code for code in SHIPPED if code in chosen]
        in_order += [code for code in chosen if code not in SHIPPED]
        choose_scorecard(measures=in_order, by=request.user, at=now(), face=Face.WEB, run=run)
        request_counting(request.user)
        toast(request, _("Saved; the numbers are being counted."), undo_run=run)
        return redirect("scorecards")
    context = {"form": form, "title": _("Lines of the scorecards"), "back": reverse("scorecards")}
    return render(request, "office/shell/form.html", context)
