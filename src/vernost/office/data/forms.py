from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from vernost.core.models import User
from vernost.transfer.enums import ExportFormat
from vernost.transfer.kinds import Choices, Kind
from vernost.transfer.plan import AS_IT_IS, EMPTY, NEW, REFUSE
from vernost.transfer.reading.values import options_of, special_of

_SPECIAL = {
    AS_IT_IS: _("keep the word"),
    NEW: _("a new one of this name"),
    EMPTY: _("leave empty"),
    REFUSE: _("refuse these rows"),
}


class Upload(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, TSV, XLSX, XLS or Parquet, also packed with gzip; at most 512 MiB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xls,.parquet,.gz"}),
    )


class AskExport(forms.Form):
    format = forms.ChoiceField(
        label=_("Format"), choices=ExportFormat, widget=forms.RadioSelect, initial="csv"
    )


class ValuesForm(forms.Form):
    """A choice for each unknown word, by its place in `unknown`, and one for all that are not shown."""

    def __init__(self, *args: Any, kind: Kind, unknown: Mapping[str, Any], user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.unknown = unknown
        for column, words in unknown.items():
            options = _options(kind.choices[column], user)
            for place, word in enumerate(words):
                self.fields[f"{column}-{place}"] = forms.ChoiceField(
                    label=word["value"], choices=options, initial=word["guess"], required=False
                )
            self.fields[f"{column}-others"] = forms.ChoiceField(
                label=_("all other words"), choices=options, initial=words[0]["guess"], required=False
            )

    def groups(self) -> Iterator[tuple[str, list[tuple[int | None, BoundField]]]]:
        """(label of the column, [(how many rows, field)]) for the template."""
        for column, words in self.unknown.items():
            rows: list[tuple[int | None, BoundField]] = [
                (word["count"], self[f"{column}-{place}"]) for place, word in enumerate(words)
            ]
            yield self.kind.label_of(column), [*rows, (None, self[f"{column}-others"])]

    def decided(self) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
        words = {
            column: {
                word["value"]: self.cleaned_data[f"{column}-{place}"] for place, word in enumerate(known)
            }
            for column, known in self.unknown.items()
        }
        return words, {column: self.cleaned_data[f"{column}-others"] for column in self.unknown}


def _options(choices: Choices, user: User) -> list[tuple[str, Any]]:
    return [*((code, _SPECIAL[code]) for code in special_of(choices)), *options_of(choices, user)]


class Erase(forms.Form):
    sure = forms.BooleanField(label=_("I know that nobody can take this back"))
