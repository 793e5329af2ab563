from django.urls import reverse, set_script_prefix

from vernost.core.addresses import address


def test_is_the_address_that_django_gives():
    assert address("clients") == reverse("clients")
    for number in (7, 12):
        assert address("client", number) == reverse("client", args=[number])


def test_a_page_below_another_place():
    before = address("client", 7)
    set_script_prefix("/crm/")
    try:
        assert address("client", 7) == f"/crm{before}"
    finally:
        set_script_prefix("/")
