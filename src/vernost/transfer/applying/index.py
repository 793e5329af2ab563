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


class ClientIndex:
    """Key -> number of the client. Read once a run: a row must not cost a query.

    Clients out of reach of `user` are not in it: a file of guessed keys must not tell him who else is a client.
    """

    def __init__(self, key: str, user: User) -> None:
        self.key = ClientKey(key)
        self._ids: dict[str, int] = {}
        self._unsaved: list[str] = []
        self.is_whole = scope_of(user, Action.IMPORT) is Scope.ALL
        column = "pk" if self.key is ClientKey.ID else self.key.value
        reached = reachable_by(user, Action.IMPORT)
        for pk, value in reached.values_list("pk", column).iterator(chunk_size=5000):
            plain = self.plain(str(value))
            if plain:
                self._ids[plain] = _SEVERAL if plain in self._ids else pk

    def plain(self, value: str) -> str:
        """How keys are compared: letters of either case alike, blanks at the ends and doubled ones dropped."""
        return " ".join(folded(value).split())

    def find(self, value: str) -> int | None:
        """The client's number, None when there is none. RowRefused when there are several."""
        found = self._ids.get(self.plain(value))
        if found == _SEVERAL:
            raise RowRefused("several_clients", value=value, key=self.key.value)
        return found

    def refuse_new(self, value: str) -> None:
        """RowRefused where no client must be made by this key: numbers are ours, and a code that a client out of reach
        has must look like one that is free.
        """
        if self.key is ClientKey.ID or (self.key is ClientKey.CODE and not self.is_whole):
            raise RowRefused("unknown_client", value=value)

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
