import pytest

from vernost.office.login.browsers import browser_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 YaBrowser/25 Safari/537", "Yandex, Windows"),
        ("Telephone", "Telephone"),
        ("", ""),
    ],
)  # fmt: skip
def test_browser_is_called_as_people_call_it(said, name):
    assert browser_name(said) == name
