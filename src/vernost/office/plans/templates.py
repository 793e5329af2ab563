"""Templates of plans: the shipped ones, changed or not, and the company's own."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.clients.enums import ContactLevel
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.plans.tabs import plan_tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.seen_rows import Rows
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.plan_template import remove_template, save_template
from vernost.programmes.enums import ActionKind, TargetHow
from vernost.programmes.measures.measure import measures_of_one
from vernost.programmes.queries.plan_template import Template, template_of, templates
from vernost.ui.long_line import LongLineField

_MOST_KPIS, _MOST_ACTIONS, _LONGEST = 6, 10, 730


class TemplateForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    advice = forms.CharField(
        label=gettext_lazy("When to take it"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    aims = forms.CharField(label=gettext_lazy("Aims, one a line"), widget=forms.Textarea(attrs={"rows": 4}))

    def clean_aims(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["aims"].splitlines() if line.strip()]
        if any(len(line) > 500 for line in lines):
            raise forms.ValidationError(_("An aim has at most 500 signs."))
        return lines


class KpiRow(forms.Form):
    measure = forms.ChoiceField(label=gettext_lazy("What is counted"), required=False)
    how = forms.ChoiceField(label=gettext_lazy("Target"), choices=TargetHow, required=False)
    by = forms.DecimalField(
        label=gettext_lazy("By how much"), required=False, max_digits=12, decimal_places=2
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measure"]
        if isinstance(field, forms.ChoiceField):
            # A service line is chosen in the plan, not in a template.
            known = [(one.code, str(one.name)) for one in measures_of_one() if not one.asks_line]
            field.choices = [("", "–"), *known]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("measure") and data.get("by") is None:
            self.add_error("by", _("Say the number."))
        return data


class ActionRow(forms.Form):
    what = LongLineField(label=gettext_lazy("What to do"), max_length=200, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ActionKind, required=False)
    days = forms.IntegerField(
        label=gettext_lazy("Days from the start"), min_value=0, max_value=_LONGEST, required=False
    )
    level = forms.ChoiceField(
        label=gettext_lazy("With whom"),
        choices=[("", gettext_lazy("not said")), *ContactLevel.choices],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("what") and data.get("days") is None:
            self.add_error("days", _("Say the number."))
        return data


_KpiRows = forms.formset_factory(KpiRow, extra=2, max_num=_MOST_KPIS)
_ActionRows = forms.formset_factory(ActionRow, extra=2, max_num=_MOST_ACTIONS)


@require_GET
@demand(Action.VIEW_CLIENT)
def plan_templates(request: Request) -> HttpResponse:
    may_change = may(request.user, Action.CHANGE_STANDARD)
    context = {"templates": templates(), "may_change": may_change, "tabs": plan_tabs("plan_templates")}
    return render(request, "office/plans/templates.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_STANDARD)
def plan_template(request: Request, key: str = "") -> HttpResponse:
    known = _known(key) if key else None
    given: Any = request.POST or None
    form = TemplateForm(given, initial=_initial(known))
    kpis = _KpiRows(given, prefix="kpi", initial=[dict(one) for one in known.kpis] if known else None)
    actions = _ActionRows(
        given, prefix="act", initial=[dict(one) for one in known.actions] if known else None
    )
    rows = {
        "kpis": Rows(_("Numbers"), kpis, "measure", _kpi),
        "actions": Rows(_("Actions"), actions, "what"),
    }
    seen = Seen(request, form, known.record if known else None, rows=rows)
    run = new_run("template")

    def save(values: dict[str, Any]) -> None:
        save_template(
            template=known.stored if known else None,
            code=known.key if known and known.is_shipped else "",
            by=request.user,
            at=now(),
            face=Face.WEB,
            run=run,
            **values,
        )

    if seen.write(save, whole=True):
        toast(request, _("Saved. Plans made from it before stay as they are."), undo_run=run)
        return redirect("plan_templates")
    context = {"form": form, "seen": seen, "kpis": kpis, "actions": actions, "known": known}
    return render(request, "office/plans/template.html", context)


@require_POST
@demand(Action.CHANGE_STANDARD)
def remove(request: Request, key: str) -> HttpResponse:
    known = _known(key)
    if known.stored is None:
        raise Http404
    run = new_run("template")
    remove_template(template=known.stored, by=request.user, at=now(), face=Face.WEB, run=run)
    text = _("It is as it was shipped.") if known.is_shipped else _("The template is gone.")
    toast(request, text, undo_run=run)
    return redirect("plan_templates")


def _known(key: str) -> Template:
    found = template_of(key)
    if found is None:
        raise Http404
    return found


def _initial(known: Template | None) -> dict[str, str]:
    if known is None:
        return {}
    return {"name": known.name, "advice": known.advice, "aims": "\n".join(known.aims)}


def _kpi(row: dict[str, Any]) -> dict[str, Any]:
    return {"measure": row["measure"], "how": row["how"], "by": str(Decimal(row["by"]))}
