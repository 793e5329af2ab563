"""The first start of a demo, with a progress bar; needs Django."""

import secrets
from typing import cast

from django.core.management import call_command
from django.db import connection
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from vernost.assessment.actions.run import assess_clients
from vernost.assessment.enums import Why
from vernost.cli.demo.build import build_demo, expected_records, simulated
from vernost.cli.demo.care import make_care
from vernost.cli.demo.cases import make_cases
from vernost.cli.demo.companies import CompanyKind
from vernost.cli.demo.decisions import make_decisions
from vernost.cli.demo.goals import make_goals
from vernost.cli.demo.handovers import make_handovers
from vernost.cli.demo.ideas import make_ideas
from vernost.cli.demo.letters import make_letters
from vernost.cli.demo.loyalty import make_loyalty
from vernost.cli.demo.mailings import make_mailings
from vernost.cli.demo.people import LOGIN
from vernost.cli.demo.place import Place
from vernost.cli.demo.plans import make_plans
from vernost.cli.demo.ways import make_ways
from vernost.cli.demo.words import WORDS
from vernost.cli.language import gettext as _
from vernost.core.clock import now, today
from vernost.core.enums import Language
from vernost.core.jobs.progress import listener


def make_demo(kind: str, language: str, place: Place) -> None:
    """Fills the folder anew; cut off in the middle, the next start begins again."""
    place.clear()
    password = secrets.token_urlsafe(9)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task(_("Inventing a company …"), total=None)
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                # Nothing is lost when the machine stops now: an unfinished demo is made again.
                cursor.execute("PRAGMA synchronous=OFF")
        call_command("migrate", verbosity=0)
        company = simulated(cast(CompanyKind, kind), today())
        progress.update(bar, total=expected_records(company), description=_("Writing down what happened …"))
        build_demo(
            kind=cast(CompanyKind, kind),
            language=Language(language),
            company=company,
            password=password,
            at=now(),
            report=lambda count: progress.advance(bar, count),
        )
        progress.update(bar, completed=0, total=None, description=_("Judging every client …"))
        token = listener.set(lambda done, total, _step: progress.update(bar, completed=done, total=total))
        assess_clients(why=Why.ASKED, by=None, at=now(), today=today(), clock=now)
        listener.reset(token)
        make_decisions(WORDS[Language(language)], now())
        make_cases(WORDS[Language(language)], now())
        make_loyalty(WORDS[Language(language)], now())
        make_ways(Language(language), now())
        make_letters(Language(language), now())
        make_care(Language(language), now(), today())
        make_mailings(Language(language), now())
        make_handovers(Language(language), now(), today())
        make_ideas(Language(language), now())
        make_plans(Language(language), now(), today())
        make_goals(Language(language), now(), today())
    connection.close()
    place.keep_login(LOGIN, password)
