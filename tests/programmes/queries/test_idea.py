"""Who sees which idea, and who answers it."""

from tests.factories.ideas import make_idea
from vernost.programmes.queries.idea import answerable_by, visible_to


def titles(ideas):
    return sorted(one.title for one in ideas)


def test_idea_about_a_client_is_for_who_sees_the_client(anna, boris, vera, director, client_one):
    make_idea(vera, "For all")
    make_idea(anna, "Of Client One", client=client_one)

    assert titles(visible_to(anna)) == ["For all", "Of Client One"]
    assert titles(visible_to(boris)) == ["For all", "Of Client One"]
    assert titles(visible_to(vera)) == ["For all"]
    assert titles(visible_to(director)) == ["For all", "Of Client One"]


def test_author_keeps_seeing_his_idea_about_anothers_client(vera, client_one):
    make_idea(vera, "Seen from beside", client=client_one)

    assert titles(visible_to(vera)) == ["Seen from beside"]


def test_head_answers_his_people_the_director_all_and_the_nameless(anna, boris, vera, director):
    make_idea(anna, "From the North")
    make_idea(vera, "From the South")
    make_idea(anna, "From nobody", named=False)

    assert titles(answerable_by(boris)) == ["From the North"]
    assert titles(answerable_by(director)) == ["From nobody", "From the North", "From the South"]
    assert titles(answerable_by(anna)) == []
