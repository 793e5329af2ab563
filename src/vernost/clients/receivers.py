"""What the client base does when values are put back without its actions."""

from datetime import datetime

from vernost.clients.actions.consent import bring_consents_in_line
from vernost.clients.actions.order import note_last_orders
from vernost.clients.models import Client
from vernost.clients.search_text import search_text_of
from vernost.core.kept_columns import keeps_columns

_BATCH = 500


@keeps_columns
def keep_clients(client_ids: set[int], at: datetime) -> None:
    clients = list(Client.objects.filter(pk__in=client_ids))
    for client in clients:
        client.search_text = search_text_of(client)
    Client.objects.bulk_update(clients, ["search_text"], batch_size=_BATCH)
    note_last_orders(client_ids=list(client_ids))
    bring_consents_in_line(client_ids=client_ids, at=at)
