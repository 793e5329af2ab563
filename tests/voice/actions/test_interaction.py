from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.clients import make_interaction
from tests.factories.moments import AT
from vernost.clients.models import Client
from vernost.core.enums import Face
from vernost.voice.actions.interaction import remove_interaction


def test_last_contact_moves_and_moves_back(client_one, anna):
    make_interaction(client_one, happened_at=AT - timedelta(days=9))
    latest = make_interaction(client_one, happened_at=AT)
    assert Client.objects.get(pk=client_one.pk).last_contact_at == AT

    remove_interaction(interaction=latest, by=anna, at=AT, face=Face.WEB)

    assert Client.objects.get(pk=client_one.pk).last_contact_at == AT - timedelta(days=9)


@pytest.mark.parametrize("fault", [{"mood": 3}, {"direction": "up"}, {"answered_at": AT - timedelta(days=1)}])
def test_database_refuses(client_one, fault):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_interaction(client_one, **fault)
