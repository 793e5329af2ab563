from decimal import Decimal

import pytest
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tests.factories.people import make_user
from vernost.core.enums import Role
from vernost.core.models import User
from vernost.ui.fields import field_html


class Giving(forms.Form):
    to = forms.ModelChoiceField(label=_("Owner"), queryset=User.objects.order_by("name"))
    note = forms.CharField(label=_("Name"), required=False)


def test_a_new_choice_is_shown_at_once(anna):
    assert "Boris" not in field_html(Giving()["to"], wide=False)

    make_user("Boris", Role.ACCOUNT_MANAGER)

    assert "Boris" in field_html(Giving()["to"], wide=False)


def test_each_language_has_its_own(anna):
    with override("en"):
        english = field_html(Giving()["to"], wide=False)
    with override("ru"):
        russian = field_html(Giving()["to"], wide=False)

    assert "Owner" in english
    assert "Ответственный" in russian


@pytest.mark.parametrize(
    ("initial", "shown"), [({"note": "one"}, 'value="one"'), ({"note": "two"}, 'value="two"')]
)
def test_what_stands_in_it_is_shown(db, initial, shown):
    assert shown in field_html(Giving(initial=initial)["note"], wide=False)


def test_what_was_sent_and_its_errors_are_never_remembered(db):
    empty = field_html(Giving()["to"], wide=False)

    sent = field_html(Giving({"to": "17"})["to"], wide=False)

    assert "field-error" in sent
    assert field_html(Giving()["to"], wide=False) == empty


def test_choices_are_read_once(anna, django_assert_num_queries):
    with django_assert_num_queries(1):
        field_html(Giving(initial={"to": anna})["to"], wide=False)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("10.00", "10"), ("8.50", "8.5"), ("0.00", "0"), ("1200.00", "1200"), ("12.25", "12.25")],
)
def test_numbers_are_shown_without_the_noughts_of_their_column(kept, shown):
    class Sum(forms.Form):
        amount = forms.DecimalField()

    form = Sum(initial={"amount": Decimal(kept)})

    assert f'value="{shown}"' in field_html(form["amount"], wide=False)
