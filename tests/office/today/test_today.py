from django.urls import reverse

from tests.factories.assessments import make_assessment
from tests.factories.ideas import make_idea


def test_clients_stand_before_what_is_about_no_client(browser_of, director, anna, client_one):
    make_assessment(client_one, debt_overdue=10, debt_days=40)
    make_idea(anna)

    page = browser_of(director).get(reverse("today"))
    text = page.content.decode()

    assert [line.first.client_name for line in page.context["lines"]] == ["Client One"]
    assert [line.first.client_name for line in page.context["common"]] == ["Ideas", "Clients of Anna"]
    assert text.index("#common-1") < text.index("today-client") < text.index('id="common-1"')
