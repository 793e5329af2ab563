"""A foreign key points to its own app or to the left (architecture): strings escape the import linter."""

import pytest
from django.apps import apps

# From the facts to what is done today.
LINE = ("core", "channels", "clients", "service", "voice", "assessment", "programmes", "care", "transfer")
OURS = [model for model in apps.get_models() if model.__module__.startswith("vernost.")]


def test_every_app_with_models_stands_in_the_line():
    assert {model._meta.app_label for model in OURS} <= set(LINE)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_foreign_keys_point_to_the_left(model):
    place = LINE.index(model._meta.app_label)

    assert [
        field.name
        for field in model._meta.get_fields(include_hidden=False)
        if field.is_relation and field.concrete and LINE.index(field.related_model._meta.app_label) > place
    ] == []
