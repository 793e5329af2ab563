"""The demo company: every table filled, all of it marked, and gone with one action."""

from datetime import UTC, date, datetime

import pytest

from vernost.cli.demo.build import build_demo, expected_records, simulated
from vernost.cli.demo.people import LOGIN
from vernost.cli.demo.words import WORDS
from vernost.clients import models as clients
from vernost.clients.actions.sample import remove_sample
from vernost.clients.queries.duplicate import likely_pairs
from vernost.core.enums import Face, Language
from vernost.core.models import AuditEntry, User
from vernost.core.models.base import Sampled
from vernost.voice import models as voice

AT = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
# What belongs to a person's consent or letters hangs on records that are marked.
FILLED = [
    model
    for models in (clients, voice)
    for name in models.__all__
    if issubclass(model := getattr(models, name), Sampled)
]


@pytest.fixture
def director(db) -> User:
    """A small company of the demo, and who logs in to it."""
    company = simulated("law", date(2026, 3, 4), clients=24)
    build_demo(kind="law", language=Language.RUSSIAN, company=company, password="correct horse", at=AT)
    return User.objects.get(email=LOGIN)


def test_every_table_is_filled_with_marked_records(director):
    assert {model.__name__: model.objects.filter(is_sample=False).count() for model in FILLED} == {
        model.__name__: 0 for model in FILLED
    }
    assert [model.__name__ for model in FILLED if not model.objects.exists()] == []


def test_lists_show_the_last_order_and_contact(director):
    ordered = clients.Order.objects.filter(amount__gte=0).order_by("-ordered_on").first()
    said = voice.Interaction.objects.order_by("-at").first()

    assert ordered.client.last_ordered_on == ordered.ordered_on
    assert said.client.last_contact_at == said.at
    assert said.at <= AT


def test_everything_has_its_line_in_the_log(director):
    logged = AuditEntry.objects.filter(kind="voice.interaction").count()

    assert logged == voice.Interaction.objects.count()


def test_sample_goes_and_what_is_ours_stays(director):
    ours = clients.Client.objects.create(name="Ours", created_at=AT, segment=clients.Segment.objects.first())

    removed = remove_sample(by=director, at=AT, face=Face.WEB)

    assert (removed.clients, removed.people) == (24 + 2, 8)
    assert list(clients.Client.objects.all()) == [ours]
    assert [m.__name__ for m in FILLED if m.objects.filter(is_sample=True).exists()] == ["Segment"]
    assert list(User.objects.filter(is_active=True)) == [director]


@pytest.mark.parametrize("language", WORDS)
def test_words_are_enough_for_either_company(language):
    words = WORDS[language]

    assert len(words.company_stems) * len(words.company_forms) >= 120
    assert {len(company.lines) for company in words.companies.values()} == {4}
    assert set(words.companies) == {"law", "wholesale"}


def test_only_what_was_written_twice_looks_like_one(director):
    pairs = likely_pairs(clients.Client.objects.all(), limit=100)

    assert [pair.by for pair in pairs] == ["tax_id", "name"]


def test_progress_knows_about_how_much_comes():
    company = simulated("law", date(2026, 3, 4), clients=24)

    assert expected_records(company) > sum(table.num_rows for table in company.tables.values())
