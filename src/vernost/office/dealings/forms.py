from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import OrderStatus
from vernost.clients.models import Client, Invoice, Order, ServiceLine
from vernost.office.clients.forms import choices_of
from vernost.ui.day_input import DayField


def sum_field(label: Any, *, required: bool = True, least: float | None = None) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=required, min_value=least, max_digits=18, decimal_places=2
    )


class OrderForm(forms.Form):
    ordered_on = DayField(_("Day"))
    subject = forms.CharField(label=_("Subject"), max_length=500, required=False)
    amount = sum_field(_("Sum"))
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    discount_percent = forms.DecimalField(
        label=_("Discount, %"), min_value=0, max_value=100, decimal_places=2, required=False
    )
    direct_cost = sum_field(_("Direct cost"), required=False)
    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    service_line = forms.ModelChoiceField(
        label=_("Service line"), queryset=ServiceLine.objects.order_by("name"), required=False
    )
    status = forms.ChoiceField(label=_("State"), choices=OrderStatus, initial=OrderStatus.OPEN)
    is_extra = forms.BooleanField(label=_("Extra service"), required=False)


class InvoiceForm(forms.Form):
    """`order` offers those of the client."""

    issued_on = DayField(_("Issued"))
    due_on = DayField(_("Due"))
    amount = sum_field(_("Sum"), least=0)
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    order = forms.ModelChoiceField(label=_("Order"), queryset=Order.objects.none(), required=False)

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orders = Order.objects.filter(client=client, deleted_at=None).order_by("-ordered_on", "-pk")
        choices_of(self, "order").queryset = orders

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        issued_on, due_on = data.get("issued_on"), data.get("due_on")
        if issued_on and due_on and due_on < issued_on:
            self.add_error("due_on", _("It cannot be due before it is issued."))
        return data


class PaymentForm(forms.Form):
    """`invoice` offers the unpaid ones of the client; none: paid in advance."""

    paid_on = DayField(_("Day"))
    amount = sum_field(_("Sum"))
    currency = forms.CharField(label=_("Currency"), min_length=3, max_length=3)
    invoice = forms.ModelChoiceField(
        label=_("Invoice"), queryset=Invoice.objects.none(), required=False, empty_label=_("in advance")
    )
    number = forms.CharField(label=_("Number"), max_length=100, required=False)

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unpaid = Invoice.objects.filter(client=client, deleted_at=None, paid_on=None)
        choices_of(self, "invoice").queryset = unpaid.order_by("due_on", "pk")

    def clean_amount(self) -> Any:
        if self.cleaned_data["amount"] == 0:
            raise forms.ValidationError(_("A payment of nothing is none."))
        return self.cleaned_data["amount"]
