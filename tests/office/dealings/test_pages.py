"""Orders, invoices and payments by hand, and the gate before them."""

from datetime import timedelta
from decimal import Decimal

from tests.factories.assessments import make_assessment
from tests.factories.dealings import make_invoice
from tests.factories.moments import TODAY
from vernost.assessment.models import Breach
from vernost.clients.models import Invoice, Order, Payment
from vernost.voice.models import Interaction

ORDER = {"ordered_on": "2026-03-05", "amount": "5000", "currency": "RUB", "status": "open"}


def owing(client):
    make_assessment(client, group="discipline")
    return make_invoice(client, TODAY - timedelta(days=10), 1000)


def test_refused_order_says_who_may_allow_it(browser_of, anna, client_one):
    owing(client_one)

    page = browser_of(anna).post(f"/clients/{client_one.pk}/orders/new/", ORDER).content.decode()

    assert "₽1,000 of debt is past its day" in page
    assert "A director or the head" in page
    assert 'name="why"' not in page
    assert not Order.objects.exists()


def test_owner_cannot_write_a_reason_past_the_page(browser_of, anna, client_one):
    owing(client_one)

    browser_of(anna).post(f"/clients/{client_one.pk}/orders/new/", ORDER | {"why": "I want to"})

    assert not Order.objects.exists()


def test_head_goes_on_with_a_reason(browser_of, boris, client_one):
    owing(client_one)
    browser = browser_of(boris)
    assert 'name="why"' in browser.post(f"/clients/{client_one.pk}/orders/new/", ORDER).content.decode()

    browser.post(f"/clients/{client_one.pk}/orders/new/", ORDER | {"why": "He pays tomorrow"})

    assert Order.objects.get().amount == Decimal(5000)
    assert Breach.objects.get().answered_by == boris


def test_number_taken_is_said_at_the_field(browser_of, anna, client_one):
    browser = browser_of(anna)
    browser.post(f"/clients/{client_one.pk}/orders/new/", ORDER | {"number": "7"})

    page = browser.post(f"/clients/{client_one.pk}/orders/new/", ORDER | {"number": "7"}).content

    assert b"This number is taken at this client." in page
    assert Order.objects.count() == 1


def test_invoice_and_payment(browser_of, anna, client_one):
    browser = browser_of(anna)
    invoice = {
        "issued_on": "2026-03-01",
        "due_on": "2026-03-04",
        "amount": "700",
        "currency": "RUB",
        "number": "1",
    }
    browser.post(f"/clients/{client_one.pk}/invoices/new/", invoice)
    kept = Invoice.objects.get()
    payment = {"paid_on": "2026-03-05", "amount": "700", "currency": "RUB", "invoice": kept.pk}
    browser.post(f"/clients/{client_one.pk}/payments/new/", payment)

    assert Payment.objects.get().invoice == kept


def test_free_work_beyond_the_policy_is_refused_and_the_note_is_kept(browser_of, anna, client_one):
    make_assessment(client_one, group="discipline")
    talk = {
        "kind": "call",
        "direction": "out",
        "note": "Long advice",
        "minutes": "30",
        "free_of_charge": "on",
    }

    page = browser_of(anna).post(f"/clients/{client_one.pk}/log/", talk).content.decode()

    assert "Free advice with this one: 0.5 h, the policy allows 0 h." in page
    assert "Long advice" in page
    assert not Interaction.objects.exists()
