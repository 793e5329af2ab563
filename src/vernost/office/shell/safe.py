from django.utils.http import url_has_allowed_host_and_scheme

from vernost.office.shell.http import Request


def safe_address(request: Request, url: str) -> str:
    """`url` when it leads to this installation, else the first page."""
    allowed = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if allowed else "/"
