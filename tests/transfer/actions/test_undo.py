from datetime import timedelta

import pytest

from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.imports import take, take_back
from tests.factories.moments import AT, TODAY
from tests.factories.plans import make_running_plan
from vernost.assessment.actions.signal import judge_signal
from vernost.assessment.enums import Verdict, Why
from vernost.assessment.models import ClientAssessment
from vernost.assessment.queries.job import ASSESS
from vernost.clients.actions.client import change_client
from vernost.clients.actions.contact import create_contact
from vernost.clients.enums import ConsentPurpose
from vernost.clients.models import Client, Contact, Order
from vernost.clients.queries.client import matching
from vernost.clients.queries.consent import history_of, who_agreed
from vernost.core.enums import Face
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import Job
from vernost.programmes.enums import ActionState
from vernost.transfer.actions.undo import UnableToUndoImport, start_undo
from vernost.transfer.enums import RunState

pytestmark = pytest.mark.django_db

ORDERS = "client,date,amount,number\nA-1,2026-01-10,100,1\nB-1,2026-02-11,40,7\n"


def live(model):
    return model.objects.filter(deleted_at=None)


def test_whole_import_is_taken_back_and_can_be_repeated(director):
    known = make_client("Known", code="A-1")
    make_order(known, ordered_on="2025-01-01")

    run = take_back(take(ORDERS, director), director)

    known.refresh_from_db()
    assert (run.state, run.counts["removed"], run.conflicts) == (RunState.UNDONE, 3, [])
    assert [c.code for c in live(Client)] == ["A-1"]
    assert known.last_ordered_on.isoformat() == "2025-01-01"
    assert take(ORDERS, director).counts["created"] == 2


def test_updates_are_taken_back_too(director):
    client = make_client("Alpha", code="A-1", industry="Old")

    take_back(take("code,name,industry\nA-1,Omega,New\n", director), director)

    client.refresh_from_db()
    assert (client.name, client.industry) == ("Alpha", "Old")
    assert list(matching(Client.objects.all(), "alpha")) == [client]


def test_later_edit_is_kept_and_shown(director, boris):
    client = make_client("Alpha", code="A-1", industry="Old", phone="1")
    run = take("code,name,industry,phone\nA-1,Alpha,New,2\n", director)
    change_client(client=Client.objects.get(), industry="Newer", by=boris, at=AT, face=Face.WEB)

    run = take_back(run, director)

    client.refresh_from_db()
    assert (client.industry, client.phone) == ("Newer", "1")
    assert [(c["id"], c["column"], c["reason"]) for c in run.conflicts] == [
        (client.pk, "industry", "changed")
    ]


def test_new_client_that_was_worked_with_stays(director):
    run = take(ORDERS, director)
    make_order(Client.objects.get(code="A-1"), number="by hand")
    change_client(client=Client.objects.get(code="B-1"), phone="5", by=director, at=AT, face=Face.WEB)

    run = take_back(run, director)

    assert {c.code for c in live(Client)} == {"A-1", "B-1"}
    assert [o.number for o in live(Order)] == ["by hand"]
    assert {c["reason"] for c in run.conflicts} == {"in_use", "edited"}


def test_old_code_that_is_taken_by_now_is_a_conflict(director):
    client = make_client("Alpha", tax_id="77", code="OLD")
    run = take("tax id,code\n77,NEW\n", director, kind="clients", client_key="tax_id")
    make_client("Another", code="OLD")

    run = take_back(run, director)

    client.refresh_from_db()
    assert client.code == "NEW"
    assert [c["reason"] for c in run.conflicts] == ["taken"]


def test_nothing_is_taken_back_twice(director):
    run = take_back(take(ORDERS, director), director)

    with pytest.raises(UnableToUndoImport):
        start_undo(run=run, by=director, at=AT, face=Face.WEB)


def test_what_was_brought_is_judged_and_can_still_be_taken_back(director):
    run = take(ORDERS, director)
    run_queued_jobs()
    assert ClientAssessment.objects.count() == 2

    run = take_back(run, director)

    assert (run.counts["removed"], run.conflicts, list(live(Client))) == (4, [], [])


def test_import_and_undo_ask_for_a_judgement_and_an_import_without_change_does_not(director):
    run = take(ORDERS, director)
    assert [job.arguments["why"] for job in Job.objects.filter(task=ASSESS)] == [Why.IMPORT]
    run_queued_jobs()

    again = take(ORDERS, director)
    assert again.counts["left"] == 2
    assert Job.objects.filter(task=ASSESS).count() == 1

    take_back(run, director)
    assert Job.objects.filter(task=ASSESS).count() == 2


def test_client_of_whose_signal_a_person_has_judged_stays(director):
    run = take("code,name\nA-1,Alpha\nB-1,Beta\n", director)
    alpha, beta = Client.objects.order_by("code")
    make_assessment(alpha)
    make_signal(alpha)
    judge_signal(signal=make_signal(beta), verdict=Verdict.REAL, by=director, at=AT, face=Face.WEB)

    run = take_back(run, director)

    assert list(live(Client)) == [beta]
    assert [(c["id"], c["reason"]) for c in run.conflicts] == [(beta.pk, "in_use")]


CONTACTS = "client,name,email,birthday,consent\nA-1,Olga,olga@a.example,1980-05-01,2026-01-10\n"


def who_may_be_congratulated():
    return who_agreed(list(Contact.objects.values_list("pk", flat=True)), ConsentPurpose.BIRTHDAY)


def test_consents_go_with_the_contacts_that_brought_them(director):
    make_client("Alpha", code="A-1")
    run = take(CONTACTS, director, kind="contacts")
    assert len(who_may_be_congratulated()) == 1

    take_back(run, director)

    assert who_may_be_congratulated() == frozenset()
    # What was said is never struck out: a second word takes it back.
    assert [word.given for word in history_of(Contact.objects.get())] == [False, True]


def test_consents_go_with_the_values_that_brought_them(director):
    client = make_client("Alpha", code="A-1")
    olga = create_contact(client=client, name="Olga", email="olga@a.example", by=None, at=AT, face=Face.WEB)

    take_back(take(CONTACTS, director, kind="contacts"), director)

    olga.refresh_from_db()
    assert (olga.deleted_at, olga.birthday_on, olga.consented_on) == (None, None, None)
    assert who_may_be_congratulated() == frozenset()


def test_what_a_contact_of_the_import_kept_is_to_be_done_again(director, anna):
    client = make_client("Alpha", code="A-1", owner=anna)
    plan = make_running_plan(client, anna)
    rows = f"client,date,direction,kind\nA-1,{TODAY.isoformat()},out,meeting\n"
    run = take(rows, director, kind="interactions")
    make_interaction(client, AT + timedelta(hours=1), kind="call")
    assert plan.actions.get().state == ActionState.DONE

    take_back(run, director)

    assert plan.actions.get().state == ActionState.PLANNED
