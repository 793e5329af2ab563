"""Raised signals as lists and cards read them, and how far each kind can be trusted."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from vernost.assessment.enums import Verdict
from vernost.assessment.models import Signal
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared
from vernost.engine.codes import SIGNALS


def visible_to(user: User) -> QuerySet[Signal]:
    """Signals on clients that `user` may see, whether they still hold or not."""
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, Signal.objects.all())


def raised(user: User) -> QuerySet[Signal]:
    """Those that hold now and that nobody has called a false alarm."""
    return visible_to(user).filter(over_on=None).exclude(verdict=Verdict.FALSE)


_OF_CLIENT = Prepared(
    lambda client: (
        Signal.objects.filter(client=client, over_on=None)
        .select_related("verdict_by")
        .order_by("-severity", "first_on", "id")
    )
)


def signals_of(client: Client) -> list[Signal]:
    """All that hold now on one client, the gravest first."""
    return _OF_CLIENT.records(client.pk)


@dataclass(frozen=True)
class Precision:
    """How often people found a kind of signal real. `part` is empty until somebody judged one."""

    code: str
    raised: int
    real: int
    judged: int

    @property
    def part(self) -> float | None:
        return self.real / self.judged if self.judged else None


def precision() -> list[Precision]:
    """Of every kind of signal, in the order of the areas, over all clients."""
    raised = dict(Signal.objects.filter(over_on=None).values_list("code").annotate(n=Count("pk")))
    judged = Signal.objects.exclude(verdict="").values_list("code", "verdict")
    verdicts = {(code, verdict): n for code, verdict, n in judged.annotate(n=Count("pk"))}
    return [
        Precision(
            code=one.code,
            raised=raised.get(one.code, 0),
            real=verdicts.get((one.code, Verdict.REAL), 0),
            judged=sum(verdicts.get((one.code, verdict), 0) for verdict in Verdict),
        )
        for one in SIGNALS
    ]
