"""Buttons say in the form which of them was pressed."""

from vernost.ui.templatetags.ui import button


def test_name_and_value_arrive_as_attributes():
    assert 'name="answer" value="yes"' in button("Accept", name="answer", value="yes")


def test_value_cannot_break_out_of_its_attribute():
    assert 'value="&quot;&gt;"' in button("Accept", name="answer", value='">')
