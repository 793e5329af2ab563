"""`python -m bench touches`: a quarter's touches of many clients, generated from nothing and once more."""

import os
import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from itertools import batched
from pathlib import Path
from time import perf_counter, process_time

import click

from bench.tables import table

LIMIT = 60
_AS_OF = date(2026, 3, 2)
_AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
_PEOPLE, _CONTACTS_EACH, _SAID_EACH = 400, 2, 6
_INDUSTRIES = ("строительство", "торговля", "перевозки", "медицина", "услуги", "производство")
_GROUPS = ("reward", "manage", "manage", "discipline")
_STAGES = ("regular", "regular", "repeat", "slipping", "lost")


@click.command
@click.option("--clients", default=100_000, show_default=True)
@click.option("--rules", default=10, show_default=True, help="Of the shipped standard, the first so many.")
def touches(clients: int = 100_000, rules: int = 10) -> None:
    """Seconds to plan the touches of a quarter, against the limit of 60; then the same again, when all are there."""
    with tempfile.TemporaryDirectory() as place:
        _open(Path(place))
        _fill(clients, rules)
        first, count = _plan()
        again, _ = _plan()
    rows = [
        ("clients", clients, None),
        ("rules", rules, None),
        ("touches planned and held back", count, None),
        ("first planning, s", round(first, 1), None),
        ("the same facts again, s", round(again, 1), None),
        ("limit, s", LIMIT, None),
    ]
    click.echo(table(("what", "value", ""), rows))
    click.echo("\nwithin the limit" if first < LIMIT else "\nOVER THE LIMIT")


def _open(place: Path) -> None:
    os.environ["VERNOST_DATA"] = str(place)
    os.environ["DJANGO_SETTINGS_MODULE"] = "vernost.config.settings"
    import django  # noqa: PLC0415  (after the environment)
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)


def _fill(clients: int, rules: int) -> None:
    """A company with contacts and a year of talks; written straight into the tables."""
    from vernost.assessment.models import ClientAssessment, Run  # noqa: PLC0415
    from vernost.care.actions.rule import bring_in_standard, change_rule  # noqa: PLC0415
    from vernost.clients.models import Client, Contact  # noqa: PLC0415
    from vernost.core.enums import Face, Language, Role  # noqa: PLC0415
    from vernost.core.models import User  # noqa: PLC0415
    from vernost.voice.models import Interaction  # noqa: PLC0415

    dice = random.Random(1)
    people = [
        User(name=f"Person {n}", email=f"p{n}@firm.example", role=Role.ACCOUNT_MANAGER)
        for n in range(_PEOPLE)
    ]
    owners = [user.pk for user in User.objects.bulk_create(people)]
    run = Run.objects.create(
        as_of=_AS_OF, why="nightly", started_at=_AT, finished_at=_AT, engine_version="1", clients=clients,
        signals=0, settings={}, company={},
    )  # fmt: skip
    for batch in batched(range(1, clients + 1), 20_000):
        Client.objects.bulk_create(
            [
                Client(
                    pk=n, name=f"Client {n}", owner_id=dice.choice(owners), industry=dice.choice(_INDUSTRIES),
                    founded_on=date(1990, 1, 1) + timedelta(days=n % 7000), created_at=_AT,
                )
                for n in batch
            ],
            batch_size=2000,
        )  # fmt: skip
        ClientAssessment.objects.bulk_create(
            [
                ClientAssessment(
                    client_id=n, run=run, group=(group := dice.choice(_GROUPS)), group_in_force=group,
                    stage=dice.choice(_STAGES), loyalty="satisfaction", revenue_window=dice.randrange(10**6),
                )
                for n in batch
            ],
            batch_size=500,
        )  # fmt: skip
        Contact.objects.bulk_create(
            [
                Contact(
                    client_id=n, name=f"Contact {n} {k}", level="top",
                    birthday_on=date(1980, 1, 1) + timedelta(days=(n * 7 + k) % 365) if n % 3 == 0 else None,
                    consented_on=_AS_OF if n % 3 == 0 else None,
                )
                for n in batch
                for k in range(_CONTACTS_EACH)
            ],
            batch_size=2000,
        )  # fmt: skip
        Interaction.objects.bulk_create(
            [
                Interaction(
                    client_id=n, at=_AT - timedelta(days=dice.randrange(1, 365)), direction="out",
                    kind=dice.choice(("call", "letter", "message", "meeting", "greeting")), channel="mail",
                )
                for n in batch
                for _ in range(_SAID_EACH)
            ],
            batch_size=2000,
        )  # fmt: skip
    made = bring_in_standard(language=Language.ENGLISH, by=None, at=_AT, face=Face.JOB)
    for rule in made[rules:]:
        change_rule(rule=rule, values={"is_on": False}, by=people[0], at=_AT, face=Face.JOB)


def _plan() -> tuple[float, int]:
    from vernost.care.actions.planning import plan_touches  # noqa: PLC0415
    from vernost.care.models import Touch  # noqa: PLC0415

    begun, worked = perf_counter(), process_time()
    plan_touches(by=None, at=_AT, as_of=_AS_OF, clock=lambda: _AT)
    click.echo(f"{process_time() - worked:.1f} s of processor time")
    return perf_counter() - begun, Touch.objects.count()
