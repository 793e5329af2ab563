from tests.factories.people import make_user
from vernost.core.enums import Role
from vernost.core.models import User


def test_invited_person_chooses_a_password_and_is_in(browser_of, director, client):
    browser = browser_of(director)
    response = browser.post(
        "/settings/people/invite/",
        {"name": "Nora", "email": "Nora@firm.example", "role": "service", "language": "en"},
    )
    link = browser.get(response.url).context["link"].removeprefix("http://testserver")

    weak = client.post(link, {"password": "short"})
    assert weak.context["form"].errors
    client.post(link, {"password": "a long enough one 7"})

    assert client.get("/").status_code == 200
    assert User.objects.get(email="nora@firm.example").check_password("a long enough one 7")
    client.logout()
    assert client.get(link).status_code == 410


def test_switched_off_person_is_out_at_once(browser_of, director, anna):
    browser = browser_of(anna)

    browser_of(director).post(f"/settings/people/{anna.pk}/switch/")

    assert browser.get("/").status_code == 302


def test_last_director_cannot_lock_everybody_out(browser_of, director):
    browser = browser_of(director)

    browser.post(f"/settings/people/{director.pk}/switch/")
    browser.post(
        f"/settings/people/{director.pk}/", {"name": "D", "email": director.email, "role": "observer"}
    )

    director.refresh_from_db()
    assert (director.is_active, director.role) == (True, Role.DIRECTOR)
    make_user("Second", Role.DIRECTOR)
    browser.post(f"/settings/people/{director.pk}/switch/")
    director.refresh_from_db()
    assert not director.is_active
