"""What has to be in place before the web pages can be served."""

from django.conf import settings
from django.core.management import call_command

from vernost.core.models import User
from vernost.core.setup_token import new_token


def prepare() -> str:
    """Brings the database up to date; returns the one-time token of the first director while there is nobody."""
    settings.VERNOST_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    return "" if User.objects.exists() else new_token(settings.VERNOST_DATA)
