"""What an import does, kind by kind; each test would fail on the peers named in the issue."""

from decimal import Decimal

import pytest

from tests.factories.clients import make_client, make_order
from tests.factories.imports import check, take
from tests.factories.moments import AT
from vernost.clients.actions.client import remove_client
from vernost.clients.models import Client, Contact, Invoice, Order, Payment, Segment
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.transfer import report
from vernost.transfer.actions.execute import UnableToStartImport, run_import, start_import
from vernost.transfer.enums import Outcome, Policy, RunState
from vernost.transfer.plan import REFUSE
from vernost.transfer.storage import CHECK, REPORT
from vernost.voice.models import Complaint, Interaction, Rating

pytestmark = pytest.mark.django_db

ORDERS = "client,date,amount,number\nA-1,2026-01-10,100,1\nA-1,2026-02-10,250.50,2\nB-1,2026-02-11,-40,7\n"
CLIENTS = "code,name,e-mail,industry\nA-1,Alpha,a@alpha.example,Trade\nB-1,Beta,,\n"


def outcomes(run, part=REPORT) -> list[tuple[int, str, str]]:
    rows = report.read_rows(run.token, part, limit=100, offset=0)
    return [(row.row, row.outcome, row.reason) for row in rows]


def test_orders_bring_their_clients(director):
    run = take(ORDERS, director)

    assert run.state == RunState.DONE
    assert {
        c.code: c.last_ordered_on.isoformat() for c in Client.objects.filter(last_ordered_on__isnull=False)
    } == {"A-1": "2026-02-10"}
    assert sorted(Order.objects.values_list("client__code", "number", "amount")) == [
        ("A-1", "1", Decimal(100)),
        ("A-1", "2", Decimal("250.50")),
        ("B-1", "7", Decimal(-40)),
    ]
    assert (run.counts["created"], run.counts["clients"]) == (3, 2)


def test_lines_of_an_invoice_are_one_order_of_its_client(director):
    lines = (
        "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
        "1,2,2026-01-01,10.5,17850.0\n1,1,2026-01-01,0.005,17850.0\n1,3,2026-01-02,5,999\nC2,-2,2026-01-03,10.5,17850.0\n"
    )

    take(lines, director)

    assert sorted(Order.objects.values_list("client__code", "number", "amount")) == [
        ("17850", "1", Decimal("21.01")),
        ("17850", "C2", Decimal("-21.00")),
        ("999", "1", Decimal("15.00")),
    ]


def test_check_tells_exactly_what_the_import_does_and_changes_nothing(director):
    make_client("Alpha", code="A-1")
    content = "code,name,industry\nA-1,Alpha & Sons,Trade\nA-2,Gamma,\n,Nobody,\nA-2,Again,\n"

    run = check(content, director)

    expected = outcomes(run, CHECK)
    assert [c.name for c in Client.objects.all()] == ["Alpha"]
    run = run_import(run=start_import(run=run, by=director, at=AT, face=Face.WEB), at=AT)
    assert (
        outcomes(run)
        == expected
        == [
            (2, "changed", ""),
            (3, "created", ""),
            (4, "refused", "no_key"),
            (5, "refused", "repeats"),
        ]
    )
    changed = report.read_rows(run.token, REPORT, outcome=Outcome.CHANGED, limit=9, offset=0)[0]
    assert changed.changes == {"name": ["Alpha", "Alpha & Sons"], "industry": ["", "Trade"]}


@pytest.mark.parametrize(
    "content", [ORDERS, CLIENTS, "client,date,amount\nA,2026-01-10,100\nA,2026-01-10,100\n"]
)
def test_the_same_file_again_changes_nothing(director, content):
    first = take(content, director)
    entries = AuditEntry.objects.exclude(kind="transfer.importrun").count()

    second = take(content, director)

    assert first.counts["created"] == second.counts["left"] > 0
    assert (second.counts["created"], second.counts["changed"], second.counts["clients"]) == (0, 0, 0)
    assert AuditEntry.objects.exclude(kind="transfer.importrun").count() == entries


def test_two_equal_orders_without_number_are_two(director):
    take("client,date,amount\nA,2026-01-10,100\nA,2026-01-10,100\n", director)

    assert Order.objects.count() == 2


@pytest.mark.parametrize(
    ("policy", "industry"), [(Policy.OVERWRITE, "New"), (Policy.FILL, "Old"), (Policy.NEVER, "Old")]
)
def test_person_decides_what_a_cell_does_to_a_value(director, policy, industry):
    client = make_client("Alpha", code="A-1", industry="Old", phone="1")

    take("code,name,industry,phone\nA-1,Alpha,New,\n", director, policies={"industry": policy})

    client.refresh_from_db()
    assert (client.industry, client.phone) == (industry, "1")


@pytest.mark.parametrize(
    ("key", "header", "cell"),
    [
        ("tax_id", "ИНН", "7701"),
        ("email", "e-mail", "A@Alpha.example"),
        ("name", "name", "ООО  «Ёлка»"),
        ("id", "our number", "{pk}"),
    ],
)
def test_client_is_recognised_by(director, key, header, cell):
    client = make_client("ООО «Елка»", tax_id="7701", email="a@alpha.example")

    run = take(
        f"{header},industry\n{cell.format(pk=client.pk)},Trade\n", director, kind="clients", client_key=key
    )

    client.refresh_from_db()
    assert (client.industry, run.counts["changed"], Client.objects.count()) == ("Trade", 1, 1)


def test_two_clients_of_one_name_are_not_chosen_between(director):
    make_client("Twin")
    make_client("Twin")

    run = take("name,industry\nTwin,Trade\n", director, kind="clients", client_key="name")

    assert outcomes(run) == [(2, "refused", "several_clients")]


def test_head_touches_no_client_of_another_team(boris, client_one, client_two):
    run = take("name,industry\nClient One,Trade\nClient Two,Trade\nNew One,Trade\n", boris, client_key="name")

    assert outcomes(run) == [(2, "changed", ""), (3, "created", ""), (4, "created", "")]
    client_two.refresh_from_db()
    assert client_two.industry == ""
    assert [c.owner for c in Client.objects.filter(name__in=["Client Two", "New One"], industry="Trade")] == [
        boris, boris,
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["orders", "clients"])
def test_head_does_not_learn_by_a_code_who_else_is_a_client(boris, vera, kind):
    make_client("Hidden", code="THEIRS", owner=vera)
    files = {
        "orders": "client,date,amount,number\nTHEIRS,2026-01-10,1,1\nFREE,2026-01-10,1,2\n",
        "clients": "code,name\nTHEIRS,Alpha\nFREE,Beta\n",
    }

    run = take(files[kind], boris, kind=kind, client_key="code", make_clients=True)

    assert outcomes(run) == [(2, "refused", "unknown_client"), (3, "refused", "unknown_client")]


def test_head_gives_no_codes(boris, vera, client_one):
    make_client("Hidden", code="THEIRS", owner=vera)

    run = take("name,code\nClient One,THEIRS\nNew,FREE\n", boris, kind="clients", client_key="name")

    assert outcomes(run) == [(2, "refused", "code_not_open"), (3, "refused", "code_not_open")]


def test_impossible_row_does_not_take_the_others_with_it(director):
    content = "client,invoice,issued,due,amount\nA,1,2026-01-10,2026-01-01,5\nA,2,2026-01-10,2026-02-01,6\n"

    run = take(content, director)

    assert outcomes(run) == [(2, "refused", "impossible"), (3, "created", "")]
    assert Invoice.objects.get().number == "2"


def test_payment_finds_its_invoice(director):
    take("client,invoice,issued,due,amount\nA,1,2026-01-10,2026-02-01,5\n", director)

    run = take(
        "client,payment date,amount,invoice,payment number\nA,2026-01-20,5,1,p1\nA,2026-01-21,5,9,p2\n",
        director,
        kind="payments",
    )

    assert Payment.objects.get().invoice.number == "1"
    assert outcomes(run)[1] == (3, "refused", "unknown_at_client")


def test_talks_ratings_complaints_and_contacts_come_in(director):
    client = make_client("Alpha", code="1")
    take("client,date,direction,kind,mood,note\n1,2026-01-10,входящий,звонок,-1,Hm\n", director)
    take("client,date,measure,score\n1,2026-01-10,nps,9\n", director)
    take("client,complaint date,subject,justified\n1,2026-01-10,Slow,да\n", director)
    take("client,name,e-mail,position\n1,Peter,p@a.example,boss\n", director, kind="contacts")

    client.refresh_from_db()
    talk = Interaction.objects.get()
    assert (talk.direction, talk.kind, talk.mood) == ("in", "call", -1)
    assert client.last_contact_at == talk.at
    assert Rating.objects.get().value == 9
    assert Complaint.objects.get().justified is True
    assert Contact.objects.get().role == "boss"


def test_potential_comes_in_and_one_a_day_stays_one(director):
    client = make_client("Alpha", code="1")
    content = "client,estimate date,annual potential,our share\n1,2026-01-10,1000,40\n"

    assert take(content, director).kind == "potentials"
    again = take(content.replace("1000", "2000"), director)

    found = client.potentials.get()
    assert (found.annual_amount, found.share_percent, found.currency) == (1000, 40, "RUB")
    assert outcomes(again) == [(2, "refused", "impossible")]


def test_unknown_words_are_asked_for_and_stand_for_what_was_said(director):
    content = "code,name,segment,kind\n1,Alpha,Banks,wizard\n2,Beta,Banks,company\n"
    run = check(content, director)
    assert run.state == RunState.VALUES
    assert {column: [word["value"] for word in words] for column, words in run.unknown.items()} == {
        "segment": ["Banks"],
        "kind": ["wizard"],
    }

    run = take(content, director, values={"segment": {"Banks": "+"}, "kind": {"wizard": REFUSE}})

    assert outcomes(run) == [(2, "refused", "unknown_value"), (3, "created", "")]
    assert Client.objects.get().segment == Segment.objects.get(name="Banks")


def test_removed_client_is_not_found_but_made_anew(director):
    client = make_client("Alpha", code="A-1")
    remove_client(client=client, by=director, at=AT, face=Face.WEB)

    take(CLIENTS, director)

    assert Client.objects.filter(code="A-1", deleted_at=None).count() == 1


def test_change_is_in_the_audit_log_with_before_and_after(director):
    client = make_client("Alpha", code="A-1", industry="Old")

    run = take("code,name,industry\nA-1,Alpha,New\n", director)

    entry = AuditEntry.objects.get(kind="clients.client", object_id=client.pk, verb="changed")
    assert (entry.changes, entry.face, entry.by, entry.run) == (
        {"industry": ["Old", "New"]}, Face.IMPORT, director, run.token,
    )  # fmt: skip


def test_order_with_a_known_number_is_updated(director):
    client = make_client("Alpha", code="A-1")
    make_order(client, number="1", amount=Decimal(5))

    run = take("client,date,amount,number\nA-1,2026-01-10,100,1\n", director)

    assert run.counts["changed"] == 1
    assert Order.objects.get().amount == 100


def test_import_is_started_once(director):
    run = take(ORDERS, director)

    with pytest.raises(UnableToStartImport):
        start_import(run=run, by=director, at=AT, face=Face.WEB)
