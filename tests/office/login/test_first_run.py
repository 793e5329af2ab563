import pytest

from vernost.core.models import CompanySettings, User
from vernost.core.setup_token import new_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(tmp_path, settings) -> str:
    settings.VERNOST_DATA = tmp_path
    return new_token(tmp_path)


def given(code: str, **fields: str) -> dict[str, str]:
    return {
        "token": code,
        "company_name": "Shore",
        "currency": "eur",
        "language": "en",
        "name": "Dina",
        "email": "Dina@firm.example",
        "password": "correct horse battery",
    } | fields


def test_first_director_is_made_and_logged_in(client, token):
    response = client.post("/setup/", given(token))

    assert response.url == "/"
    assert client.get("/").status_code == 200
    director = User.objects.get()
    assert (director.email, director.role) == ("dina@firm.example", "director")
    assert (CompanySettings.objects.get().name, CompanySettings.objects.get().currency) == ("Shore", "EUR")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"token": "guessed"}, "token"), ({"password": "short"}, "password"), ({"currency": "123"}, "currency")],
)
def test_nobody_is_made_from(client, token, fields, wrong):
    response = client.post("/setup/", given(token, **fields))

    assert list(response.context["form"].errors) == [wrong]
    assert not User.objects.exists()


def test_page_is_gone_with_the_first_person(client, token, anna):
    assert client.get("/setup/").status_code == 404
    assert client.post("/setup/", given(token)).status_code == 404
    assert User.objects.get() == anna


def test_login_leads_there_while_nobody_can_log_in(client):
    assert client.get("/login/").url == "/setup/"
