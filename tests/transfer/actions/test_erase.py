"""One person is shown and erased everywhere; nothing else changes."""

import json
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import models

from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.imports import take, take_back
from tests.factories.moments import AT, TODAY
from vernost.assessment.models import Breach
from vernost.clients.actions.client import change_client, remove_client
from vernost.clients.actions.contact import change_contact, create_contact
from vernost.clients.models import Client, Contact
from vernost.core.actions.erase_audit import UnableToErase
from vernost.core.actions.seal import seal_audit_log
from vernost.core.append_only import rewritten
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.core.models.base import Concluded, Removable
from vernost.core.models.fields import CurrencyField
from vernost.core.personal import holdings
from vernost.core.queries.seal import broken_seal
from vernost.transfer.actions.erase import erase_person
from vernost.transfer.actions.export import ask_export, write_export
from vernost.transfer.models import Erasure, ImportBatch, ImportRun
from vernost.transfer.queries.person import held_about, subject_of
from vernost.transfer.storage import archive_of, source_of
from vernost.voice.models import Interaction

pytestmark = pytest.mark.django_db
STAMP = {"at": AT, "face": Face.WEB}


def everything() -> str:
    """All that the database says, every table and column, without the people of our own."""
    rows = [
        list(model._default_manager.values_list())
        for model in apps.get_models()
        if model.__module__.startswith("vernost.")
    ]
    return json.dumps(rows, default=str, ensure_ascii=False).casefold()


@pytest.fixture
def peter(client_one, director) -> Contact:
    contact = create_contact(
        client=client_one,
        name="Пётр Сидоров",
        email="ps@alpha.example",
        phone="+7 495 1",
        by=director,
        **STAMP,
    )
    return change_contact(contact=contact, note="plays chess", by=director, **STAMP)


def test_contact_is_gone_everywhere_and_what_happened_stays(peter, client_one, director):
    talk = make_interaction(client_one, contact=peter, note="likes chess")
    other = make_interaction(client_one, note="Спросить у Сидорова о сроках")
    kept = make_interaction(client_one, note="Nothing of him")
    seal_audit_log(at=AT)

    certificate = erase_person(record=peter, by=director, **STAMP)

    assert [word for word in ("сидоров", "ps@alpha", "495 1", "chess") if word in everything()] == []
    notes = dict(Interaction.objects.values_list("pk", "note"))
    assert notes == {talk.pk: "", other.pk: "Спросить у – о сроках", kept.pk: "Nothing of him"}
    assert not Contact.objects.exists()
    assert certificate.counts["clients.contact"] == 1
    assert certificate.counts["voice.interaction"] == 2


def test_log_says_that_it_happened_and_is_sealed_again(peter, director):
    seal_audit_log(at=AT)
    before = AuditEntry.objects.count()

    certificate = erase_person(record=peter, by=director, **STAMP)

    assert broken_seal() is None
    assert AuditEntry.objects.count() == before + 1
    line = AuditEntry.objects.latest("pk")
    assert (line.kind, line.object_id, line.by) == ("transfer.erasure", certificate.pk, director)


def test_changed_log_is_not_sealed_over(peter, director):
    seal_audit_log(at=AT)
    entry = AuditEntry.objects.first()
    with rewritten(AuditEntry._meta.db_table):
        AuditEntry.objects.filter(pk=entry.pk).update(object_name="Forged")

    with pytest.raises(UnableToErase):
        erase_person(record=peter, by=director, **STAMP)

    assert Contact.objects.get().name == "Пётр Сидоров"
    assert not Erasure.objects.exists()


def test_log_cannot_be_changed_afterwards(peter, director):
    erase_person(record=peter, by=director, **STAMP)

    with pytest.raises(Exception, match="append-only"):
        AuditEntry.objects.update(object_name="Forged")


def test_client_is_nobody_with_the_same_sums(director, peter, client_one):
    change_client(client=client_one, name="Иванова Мария", email="m@i.example", by=director, **STAMP)
    make_order(client_one, number="ИМ-1", subject="Развод Ивановой", amount=Decimal(700))
    make_interaction(client_one, note="Мария плакала")
    other = make_client("Other", owner=client_one.owner)

    erase_person(record=client_one, by=director, **STAMP)

    words = ("иванов", "мария", "m@i.example", "развод", "сидоров", "client one")
    assert [word for word in words if word in everything()] == []
    client = Client.objects.get(pk=client_one.pk)
    assert (client.name, client.owner) == ("–", client_one.owner)
    assert [order.amount for order in client.orders.all()] == [700]
    other.refresh_from_db()
    assert other.name == "Other"


def test_files_and_old_values_of_imports_go_and_the_import_can_be_taken_back(director):
    make_client("Ivanova", code="1", phone="+7 111")
    run = take("code,name,phone\n1,Petrova,+7 222\n2,Other,+7 333\n", director)
    export = write_export(run=ask_export(format="csv", by=director, **STAMP), at=AT)
    client = Client.objects.get(code="1")

    erase_person(record=client, by=director, **STAMP)

    assert [word for word in ("ivanova", "petrova", "+7 111", "+7 222") if word in everything()] == []
    assert not source_of(run.token).exists()
    assert not archive_of(export.token).exists()
    assert ImportBatch.objects.get().changes
    take_back(ImportRun.objects.get(), director)
    client.refresh_from_db()
    assert (client.name, client.phone) == ("–", "")


def test_records_with_rules_of_their_own_keep_them(client_one, director):
    """A reason that must be there is marked, one that must not be there is not."""
    common = {
        "client": client_one, "gate": "g", "kind": "k", "object_id": 1, "object_name": "Client One",
        "happened_on": TODAY, "face": Face.WEB,
    }  # fmt: skip
    Breach.objects.create(code="open", **common)
    Breach.objects.create(code="answered", answered_by=director, answered_at=AT, why="a friend", **common)

    erase_person(record=client_one, by=director, **STAMP)

    assert sorted(Breach.objects.values_list("why", "object_name")) == [("", "–"), ("–", "–")]


def test_what_is_held_is_shown_before(peter, client_one, director):
    make_interaction(client_one, contact=peter, note="chess")
    make_interaction(client_one, note="Сидоров звонил")
    make_interaction(client_one, note="of somebody else")

    held = held_about(subject_of(peter))

    assert [row["name"] for row in held["clients.contact"]] == ["Пётр Сидоров"]
    assert [row["note"] for row in held["voice.interaction"]] == ["chess", "Сидоров звонил"]
    assert held["audit"]


def test_removed_client_can_be_erased_too(client_one, director):
    remove_client(client=client_one, by=director, **STAMP)

    erase_person(record=client_one, by=director, **STAMP)

    assert Client.objects.get().name == "–"


def test_every_table_with_words_about_clients_is_declared():
    """Fails where an app forgets to say what it holds (core/personal.py)."""
    declared = {holding.model for holding in holdings()}
    missing = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model not in declared and (not issubclass(model, Concluded) or issubclass(model, Removable))
        if any(one.related_model in (Client, Contact) and one.concrete for one in model._meta.get_fields())
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.CharField | models.JSONField | models.EmailField)
        and not isinstance(field, CurrencyField)
        and not field.choices
    ]
    assert missing == []
