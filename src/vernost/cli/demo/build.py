"""Makes the demo company: the simulation tells what happened, the words who it was; actions write it down."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from vernost.cli.demo.base import make_clients, make_contacts, make_lists, make_rivals
from vernost.cli.demo.companies import CLIENTS, SEED, YEARS, CompanyKind, profile_of
from vernost.cli.demo.dealings import make_costs, make_invoices, make_marketing, make_orders, make_plans
from vernost.cli.demo.made import Making
from vernost.cli.demo.people import create_staff
from vernost.cli.demo.privacy import make_privacy
from vernost.cli.demo.talks import make_interactions, make_voice
from vernost.cli.demo.tokens import make_tokens
from vernost.cli.demo.twins import make_twins
from vernost.cli.demo.words import WORDS
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language
from vernost.engine.simulate import Simulated, simulate

_STEPS = (
    make_lists,
    make_clients,
    make_contacts,
    make_rivals,
    make_orders,
    make_invoices,
    make_costs,
    make_interactions,
    make_voice,
    make_marketing,
    make_plans,
    make_privacy,
    make_tokens,
    make_twins,
)


def simulated(kind: CompanyKind, until: date, clients: int = CLIENTS) -> Simulated:
    """Four years up to and with the day `until`."""
    start = until - timedelta(days=round(365.25 * YEARS))
    return simulate(clients, SEED, start=start, end=until, profile=profile_of(kind))


def build_demo(
    *,
    kind: CompanyKind,
    language: Language,
    company: Simulated,
    password: str,
    at: datetime,
    report: Callable[[int], None] = lambda count: None,
) -> None:
    """Fills an empty database; `report` hears how many records each piece has."""
    words = WORDS[language]
    set_company(
        name=words.companies[kind].name,
        currency=words.currency,
        language=language,
        by=None,
        at=at,
        face=Face.CLI,
    )
    director, staff = create_staff(words=words, language=language, password=password, at=at)
    making = Making(
        words=words,
        company=words.companies[kind],
        tables=company.tables,
        director=director,
        staff={f"person-{number}": person for number, person in enumerate(staff, start=1)},
        at=at,
        dice=Random(SEED),
        report=report,
    )
    for step in _STEPS:
        step(making)


def expected_records(company: Simulated) -> int:
    """About how many records `build_demo` will report, for a progress bar."""
    rows: dict[str, int] = {name: table.num_rows for name, table in company.tables.items()}
    return sum(rows.values()) + rows["invoices"] + rows["clients"] * 4
