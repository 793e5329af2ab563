from django.utils.translation import gettext_lazy as _

from vernost.clients.actions.contact import change_contacts, create_contacts
from vernost.clients.enums import ContactLevel, Influence
from vernost.clients.models import Contact
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind

CONTACTS = Kind(
    name="contacts",
    label=_("Contact persons"),
    spec=TableSpec(
        "contacts",
        "People on the clients' side.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("name", "text", "name", required=True),
            Column("email", "id", "e-mail"),
            Column("phone", "id", "telephone"),
            Column("role", "text", "position"),
            Column("level", "text", "level"),
            Column("influence", "text", "influence"),
            Column("talks_to", "text", "who of us talks to them"),
            Column("birthday_on", "date", "birthday"),
            Column("consented_on", "date", "agreed to be congratulated"),
            Column("note", "text", "note"),
        ),
    ),
    model=Contact,
    fields={
        "name": "name",
        "email": "email",
        "phone": "phone",
        "role": "role",
        "level": "level",
        "influence": "influence",
        "talks_to": "talks_to_id",
        "birthday_on": "birthday_on",
        "consented_on": "consented_on",
        "note": "note",
    },
    create=create_contacts,
    change=change_contacts,
    choices={
        "level": Choices("codes", ContactLevel.choices),
        "influence": Choices("codes", Influence.choices),
        "talks_to": Choices("people"),
    },
    number=("email", "name"),
    names={
        "name": "contact, contact name, contact person, person, контакт, контактное лицо, имя контакта",
        "level": "уровень, level of management",
        "influence": "влияние, роль в решении",
        "talks_to": "our person, кто общается, наш сотрудник",
        "birthday_on": "birthday, birth date, date of birth, день рождения, дата рождения",
        "consented_on": "consent, consent date, согласие, дата согласия",
        "note": "comment, comments, notes, комментарий, примечание",
    },
)
