from typing import Any

from vernost.config.environment import Environment, RefusesToStart

SIGN_ON = "company"


def sign_on(env: Environment) -> list[dict[str, Any]]:
    """The provider of single sign-on as django-allauth wants it; none when no address is given.

    RefusesToStart when the address is given and the name or the secret is not.
    """
    url = env.text("VERNOST_SIGN_ON_URL")
    if not url:
        return []
    for missing in ("VERNOST_SIGN_ON_CLIENT", "VERNOST_SIGN_ON_SECRET"):
        if not env.text(missing):
            raise RefusesToStart(
                f"VERNOST_SIGN_ON_URL is set and {missing} is not. Set it as the provider says, or set neither."
            )
    return [
        {
            "provider_id": SIGN_ON,
            "name": env.text("VERNOST_SIGN_ON_NAME"),
            "client_id": env.text("VERNOST_SIGN_ON_CLIENT"),
            "secret": env.text("VERNOST_SIGN_ON_SECRET"),
            "settings": {"server_url": url, "oauth_pkce_enabled": True},
        }
    ]
