import pytest

from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client
from tests.factories.people import make_user
from vernost.clients.models import Segment
from vernost.core.enums import Role


def rows(response) -> list[str]:
    return [client.name for client in response.context["page"].rows]


def test_owner_finds_his_own_clients(browser_of, anna, client_one, client_two):
    response = browser_of(anna).get("/clients/")

    assert rows(response) == ["Client One"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Alpha", "Beta", "Gamma"]),
        ("sort=-name", ["Gamma", "Beta", "Alpha"]),
        ("q=ALPH", ["Alpha"]),
        ("industry=x&sort=nonsense", ["Alpha", "Beta", "Gamma"]),
        ("key=1", ["Beta"]),
        ("segment=none", ["Alpha", "Beta"]),
        ("page=99", ["Alpha", "Beta", "Gamma"]),
        ("contact_from=nonsense", ["Alpha", "Beta", "Gamma"]),
    ],
)
def test_address_decides_what_is_shown(browser_of, anna, query, found):
    make_client("Gamma", owner=anna, segment=Segment.objects.create(name="Banks"))
    make_client("Alpha", owner=anna)
    make_client("Beta", owner=anna, strategic=True)

    assert rows(browser_of(anna).get(f"/clients/?{query}")) == found


def test_htmx_gets_the_list_alone(browser_of, anna, client_one):
    response = browser_of(anna).get("/clients/", headers={"HX-Request": "true"})

    text = response.content.decode()
    assert text.lstrip().startswith('<section id="list"')
    assert "Client One" in text
    assert "HX-Request" in response["Vary"]


def test_name_cannot_bring_html(browser_of, anna):
    make_client("<script>alert(1)</script>", owner=anna)

    assert "<script>alert" not in browser_of(anna).get("/clients/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, boris, anna, count, django_assert_num_queries):
    segment = Segment.objects.create(name="Banks")
    for number in range(count):
        make_client(f"Client {number}", owner=anna, segment=segment)
    browser = browser_of(boris)

    # Session, person, people of the team, count, numbers, rows, their signals; owners and segments of the filters; new
    # owners, segments to write, letter templates; saved views.
    with django_assert_num_queries(16):
        browser.get("/clients/")


def test_csv_has_all_results_and_no_formulas(browser_of, anna):
    make_client("=1+1", owner=anna)

    response = browser_of(anna).get("/clients/?format=csv&cols=name,owner")

    assert b"".join(response.streaming_content).decode("utf-8-sig") == "Name,Owner\r\n'=1+1,Anna\r\n"


def test_export_needs_the_right(browser_of, client_one):

    observer = browser_of(make_user("Oleg", Role.OBSERVER))

    assert observer.get("/clients/?format=csv")["Content-Type"].startswith("text/html")


def test_key_client_is_marked_beside_the_name(browser_of, anna):
    make_client("Alpha & Co", owner=anna, strategic=True)

    text = browser_of(anna).get("/clients/").content.decode()

    assert '>Alpha &amp; Co</a> <span class="badge badge-accent">key client</span></td>' in text


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "query", ["", "?group=manage", "?sort=-points", "?cols=name,group,signals,overdue,debt"]
)
def test_queries_do_not_grow_with_the_judgements(
    browser_of, director, anna, count, query, django_assert_max_num_queries
):
    for number in range(count):
        client = make_client(f"Client {number}", owner=anna)
        make_assessment(client)
        make_signal(client)
    browser = browser_of(director)

    # Without people of the team, who are asked for nobody who sees all; everybody is counted in two.
    with django_assert_max_num_queries(16):
        assert len(browser.get(f"/clients/{query}").context["page"].rows) == count


def test_more_than_were_counted_is_said(browser_of, director, anna, monkeypatch):
    monkeypatch.setattr("vernost.ui.lists.page.COUNTED_OF_FILTERED", 2)
    for number in range(3):
        make_client(f"Client {number}", owner=anna)

    shown = browser_of(director).get(f"/clients/?owner={anna.pk}").content.decode()

    assert "More than 2" in shown
    assert "all results, more than 2" in shown
