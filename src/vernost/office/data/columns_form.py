from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.user import owners_for
from vernost.transfer.enums import ClientKey, Policy
from vernost.transfer.kinds import Kind
from vernost.transfer.plan import Plan
from vernost.transfer.reading.guess import said

_ORDERS = [
    ("auto", gettext_lazy("find out")),
    ("dmy", gettext_lazy("day, month, year: 31/12/2025")),
    ("mdy", gettext_lazy("month, day, year: 12/31/2025")),
    ("ymd", gettext_lazy("year, month, day: 2025/12/31")),
]
_MARKS = [
    ("", gettext_lazy("find out")),
    (",", gettext_lazy("comma: 1 234,56")),
    (".", gettext_lazy("point: 1,234.56")),
]
_CELLS_SHOWN = 3


@dataclass(frozen=True)
class ColumnRow:
    """One line of the page: our column, the header chosen for it, what stands under that header."""

    label: str
    required: bool
    header: BoundField
    times: BoundField | None
    policy: BoundField | None
    cells: list[str]


class ColumnsForm(forms.Form):
    """Everything that a person decides about a file before it is checked."""

    client_key = forms.ChoiceField(label=gettext_lazy("Clients are recognised by"), choices=ClientKey)
    date_order = forms.ChoiceField(label=gettext_lazy("Order of days"), choices=_ORDERS)
    decimal = forms.ChoiceField(label=gettext_lazy("Decimal mark"), choices=_MARKS, required=False)
    currency = forms.RegexField(
        label=gettext_lazy("Currency, where the file names none"), regex=r"^[A-Za-z]{3}$", required=False
    )
    make_clients = forms.BooleanField(
        label=gettext_lazy("Make clients that are not there yet"), required=False
    )
    owner = forms.ModelChoiceField(
        label=gettext_lazy("Owner of new clients"), queryset=User.objects.none(), required=False
    )

    def __init__(
        self, *args: Any, kind: Kind, plan: Plan, layout: Mapping[str, Any], user: User, **kwargs: Any
    ) -> None:
        kwargs["initial"] = _initial(plan)
        super().__init__(*args, **kwargs)
        self.kind, self.layout, self.kept = kind, layout, plan
        self.headers: list[str] = layout["headers"]
        choices = [("", _("– not in the file –")), *self._header_choices()]
        for column in kind.spec.names:
            first, _star, second = plan.mapping.get(column, "").partition(" * ")
            self.fields[f"header-{column}"] = forms.ChoiceField(
                label=kind.label_of(column), choices=choices, required=False, initial=first
            )
            self.fields[f"policy-{column}"] = forms.ChoiceField(
                label=_("If there is a value: %(column)s") % {"column": kind.label_of(column)},
                choices=Policy, required=False, initial=plan.policy_of(column),
            )  # fmt: skip
            if column == "amount":
                self.fields["times"] = forms.ChoiceField(
                    label=_("times"), required=False, initial=second,
                    choices=[("", _("× nothing")), *((value, f"× {label}") for value, label in choices[1:])],
                )  # fmt: skip
        owner = self.fields["owner"]
        if isinstance(owner, forms.ModelChoiceField):
            owner.queryset = owners_for(user)
            owner.empty_label = _("nobody") if scope_of(user, Action.IMPORT) is Scope.ALL else _("me")
        if not kind.makes_clients and not kind.is_of_clients:
            del self.fields["owner"]
        if not kind.makes_clients:
            del self.fields["make_clients"]
        if kind.of_company:
            del self.fields["client_key"]
        if "currency" not in kind.spec.names:
            del self.fields["currency"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        needed = list(self.kind.spec.required)
        if self.kind.is_of_clients:
            needed.append(cleaned.get("client_key", ""))
        for column in needed:
            if f"header-{column}" in self.fields and not cleaned.get(f"header-{column}"):
                self.add_error(f"header-{column}", _("Needed: choose the header."))
        chosen = [cleaned[name] for name in cleaned if name.startswith("header-") and cleaned[name]]
        for column in self.kind.spec.names:
            header = cleaned.get(f"header-{column}")
            if header and chosen.count(header) > 1 and column not in self.kind.spec.required:
                self.add_error(f"header-{column}", _("This header is chosen for another column too."))
        return cleaned

    def plan(self) -> Plan:
        given = self.cleaned_data
        mapping = {c: given[f"header-{c}"] for c in self.kind.spec.names if given[f"header-{c}"]}
        if given.get("times"):
            mapping["amount"] = f"{mapping['amount']} * {given['times']}"
        owner = given.get("owner")
        return Plan(
            mapping=mapping,
            client_key=given.get("client_key", self.kept.client_key),
            policies={c: given[f"policy-{c}"] for c in mapping if given[f"policy-{c}"]},
            date_order=given["date_order"],
            decimal=given["decimal"],
            currency=given.get("currency", "").upper(),
            values=self.kept.values,
            others=self.kept.others,
            make_clients=bool(given.get("make_clients")),
            owner=owner.pk if owner else None,
        )

    def rows(self) -> list[ColumnRow]:
        keys = {"client_id", "client_name", "id", "paid_amount"}
        return [
            ColumnRow(
                label=self.kind.label_of(column),
                required=self.kind.spec[column].required,
                header=self[f"header-{column}"],
                times=self["times"] if column == "amount" and "times" in self.fields else None,
                policy=None if column in keys else self[f"policy-{column}"],
                cells=self._cells(self[f"header-{column}"].value()),
            )
            for column in self.kind.spec.names
        ]

    def general(self) -> list[BoundField]:
        """The fields that hold for the whole file."""
        names = ("client_key", "make_clients", "owner", "date_order", "decimal", "currency")
        return [self[name] for name in names if name in self.fields]

    def _header_choices(self) -> list[tuple[str, str]]:
        found = []
        for place, header in enumerate(self.headers):
            value = said(self.headers, place)
            found.append((value, header if value == header else f"{header} ({value})"))
        return found

    def _cells(self, header: str | None) -> list[str]:
        place = next((p for p in range(len(self.headers)) if said(self.headers, p) == header), None)
        if place is None:
            return []
        return [row[place][:40] for row in self.layout["rows"] if row[place].strip()][:_CELLS_SHOWN]


def _initial(plan: Plan) -> dict[str, Any]:
    return {
        "client_key": plan.client_key, "date_order": plan.date_order, "decimal": plan.decimal,
        "currency": plan.currency, "make_clients": plan.make_clients, "owner": plan.owner,
    }  # fmt: skip
