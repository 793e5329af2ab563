from django import forms

from vernost.ui.long_line import LongLineField


class _Aim(forms.Form):
    text = LongLineField(max_length=30)


def test_what_is_broken_into_lines_is_one_line():
    form = _Aim({"text": " The client\r\n asks us  first "})

    assert form.is_valid()
    assert form.cleaned_data["text"] == "The client asks us first"


def test_too_long_is_too_long():
    assert not _Aim({"text": "x" * 31}).is_valid()
