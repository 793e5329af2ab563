"""Working groups: people come, go and come back."""

import pytest

from tests.factories.ideas import STAMP, make_idea
from vernost.core.wrong import WrongValues
from vernost.programmes.actions.working_group import (
    change_working_group,
    create_working_group,
    remove_working_group,
)
from vernost.programmes.models import Idea
from vernost.programmes.queries.working_group import working_groups


def members(group):
    one = working_groups().get(pk=group.pk)
    return [member.person.name for member in one.members]


def test_people_come_go_and_come_back(anna, boris, vera, director):
    group = create_working_group(name="Answers", people=[anna, boris], by=director, **STAMP)
    assert members(group) == ["Anna", "Boris"]

    change_working_group(group=group, people=[boris, vera], by=director, **STAMP)
    assert members(group) == ["Boris", "Vera"]
    change_working_group(group=group, people=[anna, boris, vera], name="Calls", by=director, **STAMP)

    assert members(group) == ["Anna", "Boris", "Vera"]
    assert working_groups().get().name == "Calls"


def test_name_is_free_again_when_the_group_is_dissolved_and_its_ideas_stay(anna, director):
    group = create_working_group(name="Answers", people=[anna], by=director, **STAMP)
    make_idea(anna, group=group)
    with pytest.raises(WrongValues):
        create_working_group(name="Answers", people=[], by=director, **STAMP)

    remove_working_group(group=group, by=director, **STAMP)

    create_working_group(name="Answers", people=[], by=director, **STAMP)
    assert Idea.objects.get().group == group
