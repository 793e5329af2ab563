from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import ReviewKind
from vernost.assessment.queries.review import reviewed_by
from vernost.core.models import User
from vernost.office.clients.forms import choices_of


class StartReview(forms.Form):
    """Whose clients are walked through; `user` may choose those whom he reviews."""

    owner = forms.ModelChoiceField(label=_("Whose clients"), queryset=User.objects.none())
    kind = forms.ChoiceField(label=_("Review"), choices=ReviewKind)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices_of(self, "owner").queryset = reviewed_by(user)


class Note(forms.Form):
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
