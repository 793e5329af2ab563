"""What can be found of the client base."""

from vernost.core.search import SearchIndex

CLIENTS = SearchIndex("clients_client", ("search_text",))
CONTACTS = SearchIndex("clients_contact", ("name", "role", "email", "phone"))
ORDERS = SearchIndex("clients_order", ("number", "subject"))
INDEXES = (CLIENTS, CONTACTS, ORDERS)
