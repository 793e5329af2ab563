"""Who may do what by the API: the table that tests/api/test_access.py walks. A new operation needs its row."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from tests.api import care_operations, data_operations, judgement_operations, letters_operations
from tests.api.records import case_of, decision_of, judged, question_of, signal_of, task_of
from tests.api.row import Row
from tests.factories.care import make_rule, make_touch
from tests.factories.clients import make_interaction, make_order
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import TODAY
from vernost.clients.actions.client import create_client, remove_client
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Client, Contact
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

# Roles in the order of the letters. "o" is done (2xx), "f" is forbidden (403), "-" is not there for him (404),
# "g" is stopped where another goes on with a reason (409), "w" is wrong (422).
ROLES = ("director", "head_of_sales", "account_manager", "marketer", "service", "observer")


def _new_client(person: User, client: Client) -> Mapping[str, Any]:
    return {"name": "New", "owner_id": person.pk}


def _of(**values: Any) -> Callable[[User, Client], Mapping[str, Any]]:
    """Something new of the client."""
    return lambda _person, client: {"client_id": client.pk, **values}


def _decision(person: User, client: Client) -> Mapping[str, Any]:
    judged(client)
    return {
        "client_id": client.pk,
        "subject": "stage",
        "decided": "lost",
        "reason": "Moved away",
        "until_on": str(today()),
    }


def _later(days: int = 7) -> str:
    return str(today() + timedelta(days=days))


TABLE: dict[str, Row] = (
    {
        "me": Row("oooooo", "oooooo"),
        "list_clients": Row("oooooo", "oooooo"),
        "create_a_client": Row("ooooff", "ooooff", _new_client),
        "show_client": Row("oooooo", "o--ooo"),
        "change_a_client": Row("ooofff", "o--fff", lambda _person, _client: {"industry": "Law"}),
        "remove_a_client": Row("ooffff", "o-ffff"),
        "restore_a_client": Row("ooffff", "o-ffff"),
        "hand_over_client": Row(
            "ooffff",
            "o-ffff",
            lambda person, _client: {"owner_id": person.pk, "reason": "On leave", "introduce_on": _later()},
        ),
        "list_people": Row("oooooo", "oooooo"),
        "list_segments": Row("oooooo", "oooooo"),
        "list_service_lines": Row("oooooo", "oooooo"),
        "list_contacts": Row("oooooo", "oooooo"),
        "create_a_contact": Row("ooofff", "o--fff", _of(name="Rosa")),
        "show_contact": Row("oooooo", "o--ooo"),
        "change_a_contact": Row("ooofff", "o--fff", lambda _person, _client: {"role": "Lawyer"}),
        "remove_a_contact": Row("ooofff", "o--fff"),
        "list_orders": Row("oooofo", "oooofo"),
        "create_an_order": Row("ooofff", "o--fff", _of(ordered_on="2026-03-01", amount="10", currency="RUB")),
        "show_order": Row("oooofo", "o--ofo"),
        "change_an_order": Row("ooofff", "o--fff", lambda _person, _client: {"subject": "Advice"}),
        "remove_an_order": Row("ooofff", "o--fff"),
        "list_invoices": Row("oooofo", "oooofo"),
        "create_an_invoice": Row(
            "ooofff",
            "o--fff",
            _of(issued_on="2026-03-01", due_on="2026-03-02", amount="10", currency="RUB"),
        ),
        "show_invoice": Row("oooofo", "o--ofo"),
        "change_an_invoice": Row("ooofff", "o--fff", lambda _person, _client: {"number": "7"}),
        "remove_an_invoice": Row("ooofff", "o--fff"),
        "list_payments": Row("oooofo", "oooofo"),
        "create_a_payment": Row("ooofff", "o--fff", _of(paid_on="2026-03-01", amount="10", currency="RUB")),
        "show_payment": Row("oooofo", "o--ofo"),
        "change_a_payment": Row("ooofff", "o--fff", lambda _person, _client: {"number": "7"}),
        "remove_a_payment": Row("ooofff", "o--fff"),
        "list_interactions": Row("oooooo", "oooooo"),
        "log_an_interaction": Row("ooooof", "o--oof", _of(at="2026-03-01T10:00:00+03:00")),
        "show_interaction": Row("oooooo", "o--ooo"),
        "change_an_interaction": Row("ooooof", "o--oof", lambda _person, _client: {"note": "He laughed."}),
        "remove_an_interaction": Row("ooooof", "o--oof"),
        "list_valuations": Row("oooofo", "oooofo"),
        "show_valuation": Row("oooofo", "o--ofo"),
        "show_today": Row("oooooo", "oooooo"),
        "list_touches": Row("oooooo", "oooooo"),
        "finish_a_touch": Row("ooooof", "o--oof", lambda _person, _client: {"note": "He laughed."}),
        "move_a_touch": Row("ooooof", "o--oof", lambda _person, _client: {"day": str(today())}),
        "hand_over_a_touch": Row("ooooof", "o--oof", lambda person, _client: {"person_id": person.pk}),
        "skip_a_touch": Row("ooooof", "o--oof", lambda _person, _client: {"reason": "On leave."}),
        "release_a_touch": Row("ooooof", "o--oof"),
        "list_signals": Row("oooooo", "oooooo"),
        "show_signal": Row("oooooo", "o--ooo"),
        "judge_a_signal": Row("ooofff", "o--fff", lambda _person, _client: {"verdict": "real"}),
        "list_cases": Row("oooooo", "oooooo"),
        "open_a_case": Row(
            "ooofff", "o--fff", lambda _person, client: {"client_id": client.pk, "title": "Asked for a talk"}
        ),
        "show_case": Row("oooooo", "o--ooo"),
        "snooze_a_case": Row(
            "ooofff", "o--fff", lambda _person, _client: {"until": _later(), "reason": "Holidays"}
        ),
        "close_a_case": Row("ooofff", "o--fff", lambda _person, _client: {"outcome": "passed"}),
        "reopen_a_case": Row("ooofff", "o--fff"),
        "hand_over_case": Row("ooofff", "o--fff", lambda person, _client: {"owner_id": person.pk}),
        "list_tasks": Row("oooooo", "oooooo"),
        "add_a_task": Row(
            "ooofff",
            "o--fff",
            lambda person, _client: {"title": "Call", "due_on": _later(), "person_id": person.pk},
        ),
        "finish_a_task": Row("oooooo", "o--fff"),
        "skip_a_task": Row("oooooo", "o--fff", lambda _person, _client: {"because": "Done by mail"}),
        "reopen_a_task": Row("oooooo", "o--fff"),
        "list_questions": Row("oooooo", "oooooo"),
        "answer_question": Row(
            "ooofff", "o--fff", lambda _person, _client: {"answer": "keep", "until_on": _later()}
        ),
        "list_decisions": Row("oooooo", "oooooo"),
        "make_decision": Row("ooofff", "o--fff", _decision),
        "show_decision": Row("oooooo", "o--ooo"),
        "withdraw_a_decision": Row("ooofff", "o--fff"),
    }
    | judgement_operations.ROWS
    | care_operations.ROWS
    | letters_operations.ROWS
    | data_operations.ROWS
)


def make_contact(client: Client) -> Contact:
    return create_contact(client=client, name="Rosa", by=None, at=now(), face=Face.JOB)


def _removed_like(client: Client) -> int:
    """A client of the same owner in the recycle bin."""
    twin = create_client(name="Removed", owner=client.owner, by=None, at=now(), face=Face.JOB)
    remove_client(client=twin, by=client.owner, at=now(), face=Face.JOB)
    return twin.pk


# What stands in the place of a path's number, made for the client of the row.
NUMBERS: dict[str, Callable[[Client], int | str]] = (
    {
        "client_id": lambda client: client.pk,
        "contact_id": lambda client: make_contact(client).pk,
        "order_id": lambda client: make_order(client).pk,
        "invoice_id": lambda client: make_invoice(client, TODAY, 100).pk,
        "payment_id": lambda client: make_payment(client, TODAY, 100).pk,
        "interaction_id": lambda client: make_interaction(client).pk,
        "touch_id": lambda client: make_touch(client, make_rule()).pk,
        "signal_id": signal_of,
        "case_id": case_of,
        "task_id": task_of,
        "question_id": question_of,
        "decision_id": decision_of,
    }
    | judgement_operations.NUMBERS
    | care_operations.NUMBERS
    | letters_operations.NUMBERS
    | data_operations.NUMBERS
)
# Where an operation asks for another one.
OTHER_NUMBERS: dict[str, Callable[[Client], int | str]] = (
    {
        "restore_a_client": _removed_like,
        "release_a_touch": lambda client: make_touch(client, make_rule(), state="held", hold="cap").pk,
    }
    | judgement_operations.OTHER_NUMBERS
    | care_operations.OTHER_NUMBERS
    | letters_operations.OTHER_NUMBERS
    | data_operations.OTHER_NUMBERS
)
