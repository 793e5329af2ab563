from tests.factories.moments import AT
from vernost.assessment.actions.playbook import reset_playbook, save_playbook
from vernost.assessment.queries.playbook import playbooks
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.core.models import AuditEntry

STEP = {"title": "Call", "advice": "At once", "doer": "head", "days": 1, "optional": False}


def save(by, *steps):
    return save_playbook(
        code="silent", opens_from=3, reopen_days=10, steps=steps, by=by, at=AT, face=Face.WEB
    )


def test_own_playbook_stands_in_place_of_the_shipped_one_and_goes_again(director):
    shipped = playbooks()["silent"]

    save(director, STEP)
    save(director, STEP | {"title": "Write"}, STEP)

    own = playbooks()["silent"]
    assert (own.own, own.opens_from, own.reopen_days) == (True, 3, 10)
    assert [(step.title, advice) for step, advice in own.steps] == [("Write", "At once"), ("Call", "At once")]
    assert AuditEntry.objects.filter(kind="assessment.playbook").count() == 1
    reset_playbook(code="silent", by=director, at=AT, face=Face.WEB)
    assert playbooks()["silent"] == shipped


def test_shipped_one_speaks_the_companys_language(director):
    def first() -> str:
        return playbooks()["complaint_open"].steps[0][0].title

    given = {"name": "Firm", "currency": "RUB", "by": director, "at": AT, "face": Face.WEB}
    set_company(language=Language.ENGLISH, **given)
    assert first() == "Answer the client today: who deals with it and by when"
    set_company(language=Language.RUSSIAN, **given)
    assert first() == "Сегодня ответить клиенту: кто занимается и к какому дню"
