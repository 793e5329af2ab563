from tests.factories.moments import AT
from vernost.assessment.actions.method import change_method
from vernost.assessment.queries.method import method
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.core.models import AuditEntry


def test_own_definitions_stand_over_the_defaults_and_go_back(director):
    company = set_company(
        name="Firm", currency="RUB", language=Language.ENGLISH, by=director, at=AT, face=Face.WEB
    )

    change_method(company=company, values={"regular_occasions": 5}, by=director, at=AT, face=Face.WEB)

    assert (method().regular_occasions, method().currency) == (5, "RUB")
    assert AuditEntry.objects.order_by("-id")[0].changes == {"method": [{}, {"regular_occasions": 5}]}
    change_method(company=company, values={"regular_occasions": None}, by=director, at=AT, face=Face.WEB)
    assert method().regular_occasions == 3


def test_time_is_priced_by_the_person(anna):
    anna.hourly_rate = 1500
    anna.save()

    assert method().hourly_rates == {str(anna.pk): 1500.0}
