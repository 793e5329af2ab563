"""The client base of the demo: segments, service lines, clients, their contacts, competitors and potentials."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from vernost.cli.demo.made import Making, Row
from vernost.clients.actions.competitor import create_competitor
from vernost.clients.actions.segment import create_segment
from vernost.clients.actions.service_line import create_service_line
from vernost.clients.enums import ClientKind, Confidence, ContactLevel, Influence
from vernost.clients.models import Client, CompetitorAtClient, Contact, Potential
from vernost.clients.search_text import search_text_of

_TAX_ID = 7_700_000_000


def make_lists(making: Making) -> None:
    """Segments with their owners, and the four service lines."""
    given = making.given
    owners = (making.staff["person-1"], making.staff["person-5"], making.staff["person-2"])
    for (code, name), owner in zip(making.words.segments.items(), owners, strict=True):
        making.segments[code] = create_segment(name=name, owner=owner, is_sample=True, **given)
    for number, name in enumerate(making.company.lines, start=1):
        making.lines[f"line-{number}"] = create_service_line(name=name, is_sample=True, **given)


def make_clients(making: Making) -> None:
    rows = making.rows("clients")
    names = _names(making, rows)
    for number, (row, name) in enumerate(zip(rows, names, strict=True)):
        making.clients[row["client_id"]] = _client(making, row, name, number)
    making.save(making.clients.values())
    for row in rows:
        if row["referred_by"]:
            making.clients[row["client_id"]].referred_by = making.clients[row["referred_by"]]
    Client.objects.bulk_update(making.clients.values(), ["referred_by"])


def _client(making: Making, row: Row, name: str, number: int) -> Client:
    words, dice = making.words, making.dice
    client = Client(
        name=name,
        kind=ClientKind(row["kind"]),
        code=row["client_id"],
        tax_id=str(_TAX_ID + number * 1013) if row["kind"] == "company" else "",
        email=f"office{number}@client.example",
        phone=f"+7 495 000-{number // 100:02}-{number % 100:02}"
        if words.currency == "RUB"
        else f"+44 20 0000 {number:04}",
        industry=words.industries[row["industry"]],
        founded_on=row["founded_on"] if row["kind"] == "company" else None,
        since_on=row["since"],
        segment=making.segments[row["segment"]],
        owner=making.staff[row["owner"]],
        strategic=row["strategic"],
        promising=row["promising"],
        compelled=row["compelled"],
        business_stability=row["business_stability"] and int(row["business_stability"]),
        values_fit=row["values_fit"] and int(row["values_fit"]),
        peculiarities=dice.choice(("", *words.peculiarities)),
        why_us=dice.choice(words.why_us),
        likes=dice.choice(words.likes),
        dislikes=dice.choice(words.dislikes),
        expects=dice.choice(words.expects),
        why_not_all=dice.choice(("", *words.why_not_all)),
        created_at=making.at,
        is_sample=True,
    )
    client.search_text = search_text_of(client)
    return client


def _names(making: Making, rows: list[Row]) -> Iterator[str]:
    """A name for every row, none of them twice."""
    words = making.words
    stems = list(words.company_stems)
    making.dice.shuffle(stems)
    forms = words.company_forms
    # Each name in one legal form; a company too many for that would take the names again in the next forms.
    companies = (
        forms[(number + turn) % len(forms)].format(stem)
        for turn in range(len(forms))
        for number, stem in enumerate(stems)
    )
    people = (" ".join(_person(making, number)) for number in range(40))
    given = {"company": companies, "person": iter(dict.fromkeys(people))}
    return (next(given[row["kind"]]) for row in rows)


def _person(making: Making, number: int) -> tuple[str, str]:
    """First and last name; women and men by turns."""
    words = making.words
    firsts, lasts = (words.first_women, words.last_women) if number % 2 else (words.first_men, words.last_men)
    return firsts[number * 7 // 2 % len(firsts)], lasts[number // 2 % len(lasts)]


def make_contacts(making: Making) -> None:
    """One person at a private client's, two or three at a company's, on different levels."""
    number = 100
    for code, client in making.clients.items():
        levels = (
            [ContactLevel.OWNER]
            if client.kind == ClientKind.PERSON
            else making.dice.sample(list(ContactLevel), making.dice.choice((2, 2, 3)))
        )
        making.contacts[code] = []
        for level in levels:
            number += making.dice.choice((1, 3, 5))
            making.contacts[code].append(_contact(making, client, level, number))
    making.save(contact for contacts in making.contacts.values() for contact in contacts)


def _contact(making: Making, client: Client, level: ContactLevel, number: int) -> Contact:
    name = client.name if client.kind == ClientKind.PERSON else " ".join(_person(making, number))
    deciding = level in (ContactLevel.OWNER, ContactLevel.TOP)
    return Contact(
        client=client,
        name=name,
        role="" if client.kind == ClientKind.PERSON else making.dice.choice(making.words.positions[level]),
        level=level,
        influence=Influence.DECIDES if deciding else making.dice.choice((Influence.ADVISES, Influence.USES)),
        email=f"person{number}@client.example",
        talks_to=client.owner,
        is_sample=True,
    )


def make_rivals(making: Making) -> None:
    """Competitors, their parts at every fourth client, and what each client could spend."""
    given = making.given
    rivals = [create_competitor(name=name, **given) for name in making.words.competitors]
    for rival in rivals:
        rival.is_sample = True
        rival.save(update_fields=["is_sample"])
    today = making.at.date()
    estimates, potentials = [], []
    for number, row in enumerate(making.rows("clients")):
        client, seen_on = making.clients[row["client_id"]], today - timedelta(days=20 + number * 3)
        if number % 4 == 0:
            estimates.append(
                CompetitorAtClient(
                    client=client,
                    competitor=rivals[number // 4 % len(rivals)],
                    estimated_on=seen_on,
                    part_percent=Decimal(making.dice.choice((10, 15, 20, 30, 40))),
                    source=making.dice.choice(making.words.sources),
                    confidence=Confidence.MIDDLE,
                    is_sample=True,
                )
            )
        if row["annual_potential"]:
            potentials.append(
                Potential(
                    client=client,
                    estimated_on=seen_on,
                    annual_amount=making.sum(row["annual_potential"]),
                    currency=making.words.currency,
                    source=making.dice.choice(making.words.sources),
                    confidence=making.dice.choice(list(Confidence)),
                    is_sample=True,
                )
            )
    making.save(estimates)
    making.save(potentials)
