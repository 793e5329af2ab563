import pytest

from vernost.config.environment import Environment
from vernost.config.mail import OUTLET, mailers


def of(url, sender="office@firm.example", demo=False):
    return mailers(Environment({"VERNOST_MAIL_URL": url, "VERNOST_MAIL_FROM": sender}), demo=demo)


def test_starttls_with_a_password_that_has_signs_of_its_own():
    found, problem = of("smtp://office%40firm.example:p%3Aw@mail.firm.example")

    assert problem == ""
    assert found["default"]["BACKEND"] == OUTLET
    assert found["default"]["OPTIONS"] == {
        "host": "mail.firm.example", "port": 587, "username": "office@firm.example", "password": "p:w",
        "use_tls": True, "use_ssl": False, "timeout": 60,
    }  # fmt: skip


def test_encrypted_from_the_start():
    options = of("smtps://a:b@mail.firm.example")[0]["default"]["OPTIONS"]

    assert (options["port"], options["use_ssl"], options["use_tls"]) == (465, True, False)


@pytest.mark.parametrize(
    ("url", "sender", "problem"),
    [
        ("", "office@firm.example", "absent"),
        ("mail.firm.example", "office@firm.example", "unreadable"),
        ("smtp://mail.firm.example:port", "office@firm.example", "unreadable"),
        ("smtp-plain://mail.firm.example", "office@firm.example", "insecure"),
        ("smtps://mail.firm.example", "", "no_sender"),
        ("smtps://mail.firm.example", "office", "no_sender"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_sent(url, sender, problem):
    found, said = of(url, sender)

    assert said == problem
    assert "dummy" in found["default"]["BACKEND"]


def test_a_demo_has_no_mail_server_even_if_one_is_given():
    assert "dummy" in of("smtps://mail.firm.example", demo=True)[0]["default"]["BACKEND"]
