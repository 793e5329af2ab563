"""Which client a word of the file means."""

from collections.abc import Iterable

from vernost.clients.models import Client
from vernost.clients.queries.client import reachable_by
from vernost.clients.search_text import folded
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.transfer.applying.result import RowRefused
from vernost.transfer.enums import ClientKey

_SEVERAL = -1
_FOREIGN = -2


class ClientIndex:
    """Key -> number of the client. Read once a run: a row must not cost a query.

    Clients of other teams are known but out of reach of `user`.
    """

    def __init__(self, key: str, user: User) -> None:
        self.key = ClientKey(key)
        self._ids: dict[str, int] = {}
        self._unsaved: list[str] = []
        mine = None
        if scope_of(user, Action.IMPORT) is not Scope.ALL:
            mine = set(reachable_by(user, Action.IMPORT).values_list("pk", flat=True))
        live = Client.objects.filter(deleted_at=None)
        column = "pk" if self.key is ClientKey.ID else self.key.value
        for pk, value in live.values_list("pk", column).iterator(chunk_size=5000):
            plain = self.plain(str(value))
            if plain:
                reached = pk if mine is None or pk in mine else _FOREIGN
                self._ids[plain] = _SEVERAL if plain in self._ids else reached

    def plain(self, value: str) -> str:
        """How keys are compared: letters of either case alike, blanks at the ends and doubled ones dropped."""
        return " ".join(folded(value).split())

    def find(self, value: str) -> int | None:
        """The client's number, None when there is none. RowRefused when there are several or it is out of reach."""
        found = self._ids.get(self.plain(value))
        if found == _SEVERAL:
            raise RowRefused("several_clients", value=value, key=self.key.value)
        if found == _FOREIGN:
            raise RowRefused("foreign_client", value=value)
        return found

    def add(self, clients: Iterable[Client]) -> None:
        """Clients made in this chunk; `forget_unsaved` takes them out again, `saved` keeps them."""
        for client in clients:
            plain = self.plain(
                str(client.pk if self.key is ClientKey.ID else getattr(client, self.key.value))
            )
            if plain:
                self._ids[plain] = client.pk
                self._unsaved.append(plain)

    def forget_unsaved(self) -> None:
        for plain in self._unsaved:
            self._ids.pop(plain, None)
        self._unsaved.clear()

    def saved(self) -> None:
        self._unsaved.clear()
