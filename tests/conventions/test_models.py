"""Models hold data, and point only to what stands below them (architecture, habit 4 and the layers)."""

import tomllib

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.conventions.tree import FACES, ROOT

MODELS = [model for model in apps.get_models() if model.__module__.startswith("vernost.")]


def ranks():
    """Each app's place in the layers of pyproject.toml, counted from the bottom; the linter reads the same."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["containers"] == ["vernost"])
    return {
        name.strip(" ()"): rank for rank, layer in enumerate(reversed(layers)) for name in layer.split("|")
    }


def app_of(model):
    return model.__module__.split(".")[1]


def test_there_are_models_to_look_at():
    assert MODELS


def test_foreign_keys_point_down():
    rank = ranks()

    assert [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in MODELS
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model in MODELS
        if rank[app_of(field.related_model)] > rank[app_of(model)]
    ] == []


def test_faces_have_no_models():
    assert [model.__name__ for model in MODELS if app_of(model) in FACES] == []


@pytest.mark.parametrize("method", ["save", "delete"])
def test_no_model_hides_logic_in(method):
    assert [
        model.__name__
        for model in MODELS
        for parent in model.__mro__
        if parent.__module__.startswith("vernost.") and method in vars(parent)
    ] == []


def test_no_model_is_ordered_by_default():
    assert [model.__name__ for model in MODELS if model._meta.ordering] == []


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
