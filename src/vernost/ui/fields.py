"""The HTML of form fields. Django's widgets are slow templates, and a page of a list has a dozen empty fields."""

from decimal import Decimal
from typing import Any

from django.forms import BoundField, ChoiceField, Field
from django.template.loader import render_to_string

from vernost.ui.remembered import remembered


def field_html(bound: BoundField, *, wide: bool) -> str:
    """The field with its label, help and errors; that of an empty form is remembered."""
    if isinstance(bound.initial, Decimal):
        bound.initial = _short(bound.initial)
    if bound.form.is_bound:
        return _made(bound, wide=wide)
    return remembered(_everything(bound, wide=wide), lambda: _made(bound, wide=wide))


def _short(number: Decimal) -> Decimal:
    """12 for 12.00, 8.5 for 8.50: columns fill their places with noughts, people do not."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _made(bound: BoundField, *, wide: bool) -> str:
    return render_to_string("ui/field.html", {"field": bound, "wide": wide})


def _everything(bound: BoundField, *, wide: bool) -> tuple[Any, ...]:
    """All that an empty field's HTML is made from."""
    own, form, widget = bound.field, bound.form, bound.field.widget
    return (
        "field",
        wide,
        bound.html_name,
        bound.auto_id,
        form.use_required_attribute and own.required,
        own.required,
        own.disabled,
        type(own),
        type(widget),
        str(bound.label),
        str(own.help_text),
        str(bound.value()),
        tuple((name, str(value)) for name, value in widget.attrs.items()),
        tuple((str(value), str(label)) for value, label in _choices(own)),
    )


def _choices(own: Field) -> list[Any]:
    """Read once: those of records would be asked for again to be shown, and counted before."""
    if not isinstance(own, ChoiceField):
        return []
    given: Any = own.choices
    choices = list(iter(given))
    own.choices = choices
    return choices
