from datetime import timedelta

from tests.factories.clients import make_client, make_order
from tests.factories.moments import AT
from vernost.clients.actions.client import remove_client
from vernost.clients.actions.contact import create_contact, remove_contact
from vernost.clients.actions.order import remove_order
from vernost.clients.actions.recycle_bin import KEPT_FOR, empty_recycle_bin, restore_removed
from vernost.clients.models import Client, Contact, Order
from vernost.clients.queries.removed import removed, removed_record
from vernost.core.enums import Face
from vernost.core.jobs.schedule import enqueue_due
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import AuditEntry, AuditSeal, Job

DAY = timedelta(days=1)


def test_everything_that_was_removed_goes_after_thirty_days(client_one, boris):
    order, kept = make_order(client_one, number="1"), make_order(client_one, number="2")
    contact = create_contact(client=client_one, name="Peter", by=boris, at=AT, face=Face.WEB)
    gone = make_client("Gone")
    for remove, record in ((remove_order, {"order": order}), (remove_contact, {"contact": contact})):
        remove(**record, by=boris, at=AT, face=Face.WEB)
    remove_client(client=gone, by=boris, at=AT, face=Face.WEB)

    assert empty_recycle_bin(at=AT + KEPT_FOR) == 0
    assert empty_recycle_bin(at=AT + KEPT_FOR + DAY) == 3
    assert (list(Order.objects.all()), list(Contact.objects.all())) == ([kept], [])
    assert list(Client.objects.all()) == [client_one]


def test_order_comes_back_with_the_last_day_of_its_client(client_one, boris):
    order = make_order(client_one, ordered_on="2026-02-01")
    remove_order(order=order, by=boris, at=AT, face=Face.WEB)
    assert removed(boris, most=5) == [order]

    record = removed_record(boris, "clients.order", order.pk)
    restore_removed(record=record, by=boris, at=AT, face=Face.WEB)

    client_one.refresh_from_db()
    assert client_one.last_ordered_on.isoformat() == "2026-02-01"
    assert removed(boris, most=5) == []


def test_nobody_finds_what_hung_on_a_foreign_client(client_two, boris, director):
    order = make_order(client_two)
    remove_order(order=order, by=director, at=AT, face=Face.WEB)

    assert removed(boris, most=5) == []
    assert removed_record(boris, "clients.order", order.pk) is None
    assert removed_record(director, "core.user", boris.pk) is None


def test_every_night_the_bin_is_emptied_and_the_log_sealed(client_one, boris):
    remove_client(client=client_one, by=boris, at=AT, face=Face.WEB)
    enqueue_due(AT)

    enqueue_due(AT + DAY)

    tasks = {"vernost.core.tasks.seal", "vernost.clients.tasks.empty"}
    assert tasks <= set(Job.objects.values_list("task", flat=True))
    Job.objects.exclude(task__in=tasks).delete()
    Job.objects.update(run_after=AT)
    run_queued_jobs()
    assert not Client.objects.exists()
    assert AuditSeal.objects.latest("pk").last_entry_id == AuditEntry.objects.latest("pk").pk
